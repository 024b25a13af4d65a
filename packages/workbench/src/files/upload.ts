import type { UploadAnswer } from '../api/answers.ts'
import { type Asked, postForm } from '../api/ask.ts'

/** As people read it. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Brings one file; it is its bringer's until an act files it. What it is goes before the bytes. */
export const upload = (kind: string, file: File): Promise<Asked<UploadAnswer>> => {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', file, file.name)
  return postForm<UploadAnswer>('/uploads', form)
}
