import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScripted } from '../../lib/use-scripted.ts'
import { useFieldId, useFieldProblem } from '../form/field-problem.ts'
import classes from './upload.module.css'

interface DropZoneProps {
  accept: string
  hint: string
  onFiles: (files: readonly File[]) => void
}

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** Where files are dropped. It is the label of a file input: keyboard and pointer reach the browser's own dialog by it. */
export function DropZone({ accept, hint, onFiles }: DropZoneProps) {
  const { t } = useTranslation('attachments')
  const id = useFieldId('attachment.file')
  const problem = useFieldProblem('attachment.file')
  const scripted = useScripted()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  const take = (files: FileList | null) => {
    if (files === null || files.length === 0) return
    onFiles([...files])
    if (input.current) input.current.value = ''
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was chosen before the script came
  useEffect(() => take(input.current?.files ?? null), [])

  const onDragOver = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <div className={classes.zoneField}>
      <label
        htmlFor={id}
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span>{t(scripted ? 'drop' : 'file')}</span>
        <input
          ref={input}
          id={id}
          type="file"
          name="attachment.file"
          accept={accept}
          multiple={scripted}
          className={scripted ? 'visually-hidden' : undefined}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== undefined}
          onChange={() => scripted && take(input.current?.files ?? null)}
        />
      </label>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint}
      </p>
      {problem && <p className={classes.problem}>{problem}</p>}
    </div>
  )
}
