import { remindersOf, viewOf } from '@zhiqing/casework'
import type { KeptCase } from '@zhiqing/db'
import { colourOf } from './colour.js'
import { maskName } from './mask.js'
import { nextDue } from './next-due.js'
import type { ReadingOffice } from './office.js'

const excerptLength = 60

const excerpt = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : characters.join('')
}

/** The office of the case's own organ, and which organ that is. */
export interface RowOffice extends ReadingOffice {
  readonly organ: { readonly id: string; readonly name: string }
}

/** One line of the list of cases. */
export const caseRow = ({ id, version, current }: KeptCase, { organ, ...office }: RowOffice) => {
  const next = nextDue(current, office)
  return {
    id,
    number: current.number,
    ...(current.drill ? { drill: true } : {}),
    version,
    ...viewOf(current, office),
    next,
    colour: colourOf(next),
    receivedOn: current.receivedOn,
    applicant: maskName(current.applicant),
    title: current.information.title ?? null,
    description: excerpt(current.information.description),
    officer: current.officer,
    organ,
    reminders: remindersOf(current),
  }
}

export type CaseLine = ReturnType<typeof caseRow>
