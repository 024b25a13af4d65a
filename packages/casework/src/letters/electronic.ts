import type { Organ } from '@zhiqing/law'
import type { RequestForm } from '../facts.js'
import type { Fields } from './context.js'

/**
 * Chosen by the applicant, and so the way a letter may be served (条例 40; rulebook R58, R60): electronic data, by e-mail,
 * or paper looked at online. One reading for the words of a letter, the check of its remedies, and the act of sending it.
 */
export const choseElectronic = ({ medium, method }: RequestForm): boolean =>
  medium === 'electronic' || method === 'email' || method === 'online'

/** Does a letter, as written, tell remedies? */
export const tellsRemedy = ({ 救济告知: told }: Fields): boolean => Array.isArray(told) && told.length > 0

/** A letter with remedies goes out electronically only with the online way to review (复议法 22.2; rulebook R58). */
export const mayGoOnline = (fields: Fields, { reviewOnlineUrl }: Pick<Organ, 'reviewOnlineUrl'>): boolean =>
  Boolean(reviewOnlineUrl) || !tellsRemedy(fields)
