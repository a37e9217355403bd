export const EMBED_THEMES = ['light', 'dark', 'auto'] as const
export type EmbedTheme = (typeof EMBED_THEMES)[number]

const LIGHT = '--ground:#fff;--ink:#1d2b26;--dim:#5a6862;--line:#dfe5e1;--accent:#0f6b4f'
const DARK = '--ground:#141a17;--ink:#e8ede9;--dim:#a5b1ab;--line:#2c3631;--accent:#6fc3a4'

const REST = `*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif}main{padding:16px}
h1{font-size:20px;margin:0 0 12px}ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:12px;padding:12px 0;border-top:1px solid var(--line)}li img{flex:none;object-fit:cover;border-radius:3px}
p{margin:0;color:var(--dim);font-size:14px}main>p{margin-top:12px}a{color:var(--accent)}`

/** The style of the embedded page: the market's colours, in the light, in the dark, or as the reader's system says. */
export const embedStyle = (theme: EmbedTheme): string => {
  if (theme === 'light') return `:root{color-scheme:light;${LIGHT}}${REST}`
  if (theme === 'dark') return `:root{color-scheme:dark;${DARK}}${REST}`
  return `:root{color-scheme:light dark;${LIGHT}}@media(prefers-color-scheme:dark){:root{${DARK}}}${REST}`
}
