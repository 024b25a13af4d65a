import type { Fault } from '@zhiqing/casework'

export type { Fault }

/** The id of a field's element, from the field's name; links of the error summary lead to it. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`

/** What is wrong with one field. */
export const faultOf = (faults: readonly Fault[], name: string): string | undefined =>
  faults.find(({ path }) => path === name)?.zh
