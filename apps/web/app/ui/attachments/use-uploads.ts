import { MAX_FILE_BYTES, MAX_VIDEO_BYTES, type StoredFile } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import { useEffect, useRef, useState } from 'react'
import { fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { uploadFile } from './upload-file.ts'

interface UploadProblem {
  code: string
  params?: Record<string, unknown>
}

/** A file on its way to be attached. */
export interface Upload {
  key: number
  name: string
  sizeBytes: number
  /** How much has gone out, from 0 to 1. */
  share: number
  stored: StoredFile | null
  problem: UploadProblem | null
}

const problemOf = (problem: Problem): UploadProblem => {
  const [field] = fieldProblemsOf(problem)
  return field ?? { code: problem.code, params: problem.details }
}

/** What need not be sent to be refused; what is inside a file only the server judges. */
const obstacleTo = ({ size, type }: File): UploadProblem | null => {
  if (size === 0) return { code: 'file.empty' }
  const mostBytes = type.startsWith('video/') ? MAX_VIDEO_BYTES : MAX_FILE_BYTES
  return size > mostBytes ? { code: 'file.too_large' } : null
}

/** Uploads files one after the other, each with its progress and its own refusal; `room` is how many may still be attached. */
export function useUploads(purpose: FilePurpose, room: number) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const lastKey = useRef(0)
  const turn = useRef<Promise<void>>(Promise.resolve())
  const cancel = useRef(new Map<number, () => void>())

  const change = (key: number, facts: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...facts } : one)))

  const send = async (key: number, file: File) => {
    // Taken back while it waited for its turn.
    if (!cancel.current.has(key)) return
    const sending = uploadFile(file, purpose, (share) => change(key, { share }))
    cancel.current.set(key, sending.cancel)
    const answer = await sending.answer
    cancel.current.delete(key)
    change(key, answer.ok ? { share: 1, stored: answer.value } : { problem: problemOf(answer.problem) })
  }

  const add = (files: Iterable<File>) => {
    let free = room - uploads.filter(({ problem }) => problem === null).length
    const added = [...files].map((file) => {
      lastKey.current += 1
      const key = lastKey.current
      const obstacle = obstacleTo(file) ?? (free > 0 ? null : { code: 'attachment.no_room' })
      if (obstacle === null) {
        free -= 1
        cancel.current.set(key, () => undefined)
        turn.current = turn.current.then(() => send(key, file))
      }
      return { key, name: file.name, sizeBytes: file.size, share: 0, stored: null, problem: obstacle }
    })
    setUploads((all) => [...all, ...added])
  }

  const remove = (key: number) => {
    cancel.current.get(key)?.()
    cancel.current.delete(key)
    setUploads((all) => all.filter((one) => one.key !== key))
  }

  useEffect(() => {
    const running = cancel.current
    return () => {
      for (const stop of running.values()) stop()
      running.clear()
    }
  }, [])

  return { uploads, add, remove }
}
