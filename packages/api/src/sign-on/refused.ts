import type { Services } from '../services.js'
import type { SignOnFailure } from './failures.js'

/** What somebody tried, or what makes trying hard; who merely turned back, or found nobody there, did neither. */
const telling: readonly SignOnFailure[] = ['unproven', 'tooMany']

/** Into the security log, where it belongs there; resolves to the very result. */
export const tellRefused = async (
  { cabinet }: Pick<Services, 'cabinet'>,
  refused: { readonly result: SignOnFailure; readonly address: string; readonly now: Date },
): Promise<SignOnFailure> => {
  if (telling.includes(refused.result)) await cabinet.signOns.tell(refused)
  return refused.result
}
