import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep green of the Green City; step 7 is the accent on light ground, step 3 on dark. */
const pine: MantineColorsTuple = [
  '#eef6f2',
  '#dcebe4',
  '#b5d6c7',
  '#6fc3a3',
  '#43a483',
  '#2b8a69',
  '#187a59',
  '#0f6b4f',
  '#0b5740',
  '#073d2d',
]
const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f9e8c8',
  '#f2d095',
  '#e9b65c',
  '#dd9c2f',
  '#b97b17',
  '#996410',
  '#85550a',
  '#6b4407',
  '#4d3004',
]
const clay: MantineColorsTuple = [
  '#fcf0ee',
  '#f8dcd8',
  '#f0b7af',
  '#ea9186',
  '#d86456',
  '#c14a3b',
  '#ad382a',
  '#9c2f22',
  '#7f251a',
  '#591911',
]

const sans =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif'

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, amber, clay },
  black: '#1b211e',
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.5', xl: '1.3' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.6' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** The market's own tokens, one value per scheme. Style sheets use these and never a colour. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--measure': '40em' },
  light: {
    '--ground': '#fbfaf6',
    '--surface': '#ffffff',
    '--sunken': '#f3f1ea',
    '--ink': '#1b211e',
    '--ink-soft': '#57605a',
    '--hairline': '#e2dfd4',
    '--hairline-strong': '#8b9088',
    '--accent': '#0f6b4f',
    '--accent-ground': '#eaf3ee',
    '--needs-you': '#85550a',
    '--needs-you-ground': '#fcf3e0',
    '--refused': '#9c2f22',
    '--refused-ground': '#fbefed',
    '--mark-ground': '#f7e3ae',
    '--mantine-color-body': '#fbfaf6',
    '--mantine-color-text': '#1b211e',
    '--mantine-color-dimmed': '#57605a',
    '--mantine-color-anchor': '#0f6b4f',
    '--mantine-color-error': '#9c2f22',
    '--mantine-color-placeholder': '#6f776f',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-border': '#8b9088',
  },
  dark: {
    '--ground': '#121614',
    '--surface': '#191e1b',
    '--sunken': '#1f2522',
    '--ink': '#e7e8e1',
    '--ink-soft': '#a4ada6',
    '--hairline': '#2d3430',
    '--hairline-strong': '#727b74',
    '--accent': '#6fc3a3',
    '--accent-ground': '#16291f',
    '--needs-you': '#e9b65c',
    '--needs-you-ground': '#2c2412',
    '--refused': '#ea9186',
    '--refused-ground': '#301a17',
    '--mark-ground': '#44350c',
    '--mantine-color-body': '#121614',
    '--mantine-color-text': '#e7e8e1',
    '--mantine-color-dimmed': '#a4ada6',
    '--mantine-color-anchor': '#6fc3a3',
    '--mantine-color-error': '#ea9186',
    '--mantine-color-placeholder': '#8d968f',
    '--mantine-color-default': '#191e1b',
    '--mantine-color-default-border': '#727b74',
  },
})
