import type { Words } from '@zhiqing/letters'
import { safeName } from '../routes/file-name.js'

/** 登记回执 for 政府信息公开申请登记回执: what tells one paper of a case from the next. */
export const shortName = (code: string, words: Words): string =>
  words.name(code).replace(/^政府信息公开(申请|文书)/, '')

/** The place of a paper in the file: 01, 02, … */
export const placeOf = (index: number): string => String(index).padStart(2, '0')

/** 01-登记回执-青自然资公开告〔2026〕3号.pdf */
export const letterFileName = (place: string, title: string, documentNumber: string | null): string =>
  `${safeName([place, title, documentNumber].filter(Boolean).join('-'))}.pdf`
