import type { CommandName, Warning } from '@zhiqing/casework'
import type { Services } from '../services.js'

/** The commands that give a case to somebody. */
const giving: readonly CommandName[] = ['registerRequest', 'assignOfficer']

const unknown = (officer: string): Warning => ({
  code: 'officerUnknown',
  zh: `本机关没有名为“${officer}”的登录人员，已按所写的名字登记；写错了的，请重新指定经办人`,
})

/** A command's input with its officer under the name the ledger keeps, and what should be known of that name. */
export interface Given {
  readonly input: unknown
  readonly warnings: readonly Warning[]
}

/**
 * A sign-in name stands for its person: two ways to write one officer would be two officers in the list. Somebody without
 * a sign-in is no fault: many an organ keeps part of its work on paper.
 */
export const namedOfficer = async (
  { organ, name }: { readonly organ: string; readonly name: CommandName },
  input: unknown,
  { cabinet }: Pick<Services, 'cabinet'>,
): Promise<Given> => {
  const { officer } = (input ?? {}) as { readonly officer?: unknown }
  if (!giving.includes(name) || typeof officer !== 'string' || officer === '') return { input, warnings: [] }
  const found = await cabinet.colleague(organ, officer)
  if (!found) return { input, warnings: [unknown(officer)] }
  return { input: { ...(input as object), officer: found.displayName }, warnings: [] }
}
