import type { Drawing } from '../lib/render-chart.server.ts'
import classes from './chart.module.css'

interface ChartProps {
  drawing: Drawing
  label: string
}

/** A drawing with its name. Its parts are for the eye and the mouse: the table that follows says and links the same. */
export function Chart({ drawing, label }: ChartProps) {
  return (
    <figure className={classes.chart} aria-label={label}>
      <Svg className={classes.wide} svg={drawing.wide} />
      <Svg className={classes.narrow} svg={drawing.narrow} />
    </figure>
  )
}

/** SVG that our own server drew from numbers and the names of code lists. */
function Svg({ svg, className }: { svg: string; className: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the chart library escapes its texts, and none of them is a visitor's
  return <div aria-hidden="true" className={className} dangerouslySetInnerHTML={{ __html: svg }} />
}
