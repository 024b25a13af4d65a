import { cannotJudge, pastedReport, readPublishedReport } from '@zhiqing/casework'
import { checkReport, type PublishedReport, type ReportFinding } from '@zhiqing/law'
import { trimmed } from '../http/form-body.js'
import type { Fault } from '../look/fault.js'
import { mostKilobytes, type Received } from './received.js'

/** What somebody may give; each may be pasted, the first two as a file as well. */
export const given = ['report', 'previous', 'narrative'] as const
export type Given = (typeof given)[number]

const names: Readonly<Record<Given, string>> = { report: '年度报告', previous: '上年的报告', narrative: '报告正文' }

/** A report read and held against the rules. */
export interface Checked {
  readonly report: PublishedReport
  readonly findings: readonly ReportFinding[]
  readonly unjudged: readonly string[]
}

type Text = { readonly text: string } | { readonly fault: Fault }

/** Pasted or in a file, not both: nobody should have to guess which of them was read. */
const textOf = (name: Given, { fields, files }: Received): Text => {
  const [pasted, file] = [trimmed(fields, name), files.get(`${name}File`) ?? files.get(name)]
  const fault = (zh: string): Text => ({ fault: { path: name, zh } })
  if (file && 'unfit' in file)
    return fault(
      file.unfit === 'tooLarge'
        ? `${names[name]}太大了，最大${mostKilobytes} KB。只要数字和文字，不要照片`
        : `${names[name]}的文件不是文字（UTF-8），请上传 JSON 文件`,
    )
  if (file && pasted !== '') return fault(`${names[name]}粘贴了，又上传了文件，请只用一种`)
  return { text: (file?.text ?? pasted).trim() }
}

type Read = { readonly value: unknown } | { readonly fault: Fault }

const fault = (path: Given, zh: string): Read => ({ fault: { path, zh } })

const json = (name: Given, text: string): Read => {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch {
    return fault(name, `没有看懂${names[name]}：既不是 JSON，也没有表三的一行，请对照下面的格式`)
  }
}

/** A file of ours, or the tables as they were copied from a page. */
const tables = (name: Given, text: string): Read => {
  const pasted = /^\s*\ufeff?[{[]/.test(text) ? undefined : pastedReport(text)
  if (!pasted) return json(name, text)
  return 'year' in pasted
    ? { value: pasted }
    : fault(name, `${names[name]}没有写年份：请把标题也一起粘贴，例如“某某局2024年政府信息公开工作年度报告”`)
}

/** Joins what was given into one report, as the checker's own format has it. */
const joined = (texts: Readonly<Record<Given, string>>): { readonly value: unknown } | { readonly faults: Fault[] } => {
  const report = tables('report', texts.report)
  const previous = texts.previous === '' ? { value: undefined } : tables('previous', texts.previous)
  const faults = [report, previous].flatMap((one) => ('fault' in one ? [one.fault] : []))
  if ('fault' in report || 'fault' in previous) return { faults }
  if (typeof report.value !== 'object' || report.value === null || Array.isArray(report.value))
    return { faults: [{ path: 'report', zh: '没有看懂年度报告：应为一份报告（花括号开头），请对照下面的格式' }] }
  const more = {
    ...(previous.value === undefined ? {} : { previous: previous.value }),
    ...(texts.narrative === '' ? {} : { narrative: texts.narrative }),
  }
  return { value: { ...report.value, ...more } }
}

/** A list of faults that nobody reads to the end helps nobody. */
const mostFaults = 20

/** Reads what was given and checks it with the checker of `zhiqing report check`; nothing is kept. */
export const checkReceived = (received: Received): Checked | { readonly faults: readonly Fault[] } => {
  const texts = given.map((name) => [name, textOf(name, received)] as const)
  const faults = texts.flatMap(([, one]) => ('fault' in one ? [one.fault] : []))
  if (faults.length > 0) return { faults }
  const plain = Object.fromEntries(texts.map(([name, one]) => [name, 'text' in one ? one.text : '']))
  if (plain.report === '') return { faults: [{ path: 'report', zh: '请粘贴年度报告，或者选一个文件' }] }
  const whole = joined(plain as Record<Given, string>)
  if ('faults' in whole) return whole
  const read = readPublishedReport(whole.value)
  if ('faults' in read) return { faults: read.faults.slice(0, mostFaults).map((zh) => ({ path: 'report', zh })) }
  const { report } = read
  return { report, findings: checkReport(report), unjudged: cannotJudge(report) }
}
