import {
  applicantKinds,
  channelNames,
  complaintBodyNames,
  feeBasisNames,
  findingNames,
  grounds,
  instanceNames,
  judgmentNames,
  mediumNames,
  methodNames,
  opinionNames,
  orderNames,
  otherKinds,
  procedureNames,
  roleNames,
  serviceNames,
  suitPathNames,
} from '@zhiqing/law'
import type * as z from 'zod'
import { publicationReasons } from './publication/suggestion.js'

const zhOf = <Code extends string>(rows: Readonly<Record<Code, { readonly zh: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries<{ readonly zh: string }>(rows).map(([code, { zh }]) => [code, zh]))

/** The Chinese of every code a field may take, set by set: one code may mean two things in two sets. */
const sets: readonly Readonly<Record<string, string>>[] = [
  zhOf(grounds),
  zhOf(otherKinds),
  roleNames,
  applicantKinds,
  channelNames,
  mediumNames,
  methodNames,
  serviceNames,
  opinionNames,
  feeBasisNames,
  procedureNames,
  suitPathNames,
  instanceNames,
  judgmentNames,
  orderNames,
  complaintBodyNames,
  findingNames,
  publicationReasons,
  { coProducer: '共同制作机关', other: '其他机关' },
]

/** The Chinese of the codes that a field may take; a code without a name of its own is left out. */
export const codeNames = (codes: readonly string[]): Readonly<Record<string, string>> => {
  const names = sets.find((set) => codes.every((code) => code in set)) ?? {}
  return Object.fromEntries(codes.flatMap((code) => (names[code] ? [[code, names[code]]] : [])))
}

/** What a field may be, in Chinese with the code that programs send. */
const choices = (values: readonly z.core.util.Primitive[]): string => {
  const codes = values.map(String)
  const names = codeNames(codes)
  return codes.map((code) => (names[code] ? `${names[code]}（${code}）` : code)).join('、')
}

const shapes: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或者否（true、false）',
  array: '列表',
  object: '一组字段',
}

/** Issues carry no input; zod's own message is the one place that tells a missing field from a wrong one. */
const isMissing = ({ message }: z.core.$ZodIssue): boolean => message.includes('undefined')

/**
 * A fault of shape in Chinese words of ours, for the kinds that zod's own words tell with its English terms. Undefined:
 * the schema's message is Chinese already.
 */
export const faultWords = (issue: z.core.$ZodIssue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? '没有填写' : `应为${shapes[issue.expected] ?? '规定的格式'}`
    case 'invalid_value':
      return `应为下列之一：${choices(issue.values)}`
    case 'too_big':
      return issue.origin === 'string'
        ? `最多${issue.maximum}个字`
        : `最多${issue.maximum}${issue.origin === 'array' ? '项' : ''}`
    default:
      return undefined
  }
}
