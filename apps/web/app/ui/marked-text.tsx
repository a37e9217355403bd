interface MarkedTextProps {
  segments: readonly { text: string; marked: boolean }[]
}

/** Text with the places a search hit; the segments are plain text. */
export function MarkedText({ segments }: MarkedTextProps) {
  let offset = 0
  return (
    <>
      {segments.map(({ text, marked }) => {
        offset += text.length
        return marked ? <mark key={offset}>{text}</mark> : <span key={offset}>{text}</span>
      })}
    </>
  )
}
