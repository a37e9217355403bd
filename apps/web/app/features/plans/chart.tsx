import classes from './plans.module.css'

interface ChartProps {
  /** SVG our own server drew from numbers and names of code lists. */
  svg: string
  label: string
}

/** A drawing with its name; the table that follows says the same in numbers. */
export function Chart({ svg, label }: ChartProps) {
  return (
    <figure className={classes.chart} role="img" aria-label={label}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the chart library on our server, which escapes its texts */}
      <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  )
}
