import { replyPeriod } from '../ogi/article-33.js'
import type { Restart, Start } from './verbs.js'

/** Working days that a verb gives from its day: the period of 条例 33.2, unless the act gave another. */
export const periodOf = (verb: Start | Restart): number =>
  verb.verb === 'restart' && verb.workingDays !== undefined ? verb.workingDays : replyPeriod.at(verb.on)
