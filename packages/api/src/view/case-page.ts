import { type Consultation, endOf, type Remedy, remediesWithoutReply, remindersOf, viewOf } from '@zhiqing/casework'
import type { KeptCase, Person } from '@zhiqing/db'
import { permittedNow } from '../identity/roles.js'
import { applicantForSupervisor, type Cover } from './cover.js'
import { applicantForStaff } from './mask.js'
import type { ReadingOffice } from './office.js'

/** A consultation without its run of the machine, of which only the state is anybody's business. */
const consultationView = ({ at, ...rest }: Consultation) => ({ ...rest, state: at.state })

/** A remedy the same way. */
const remedyView = ({ at, ...rest }: Remedy) => ({ ...rest, state: at.state })

/** A case whole, for the staff of its organ. */
export const casePage = ({ id, version, current }: KeptCase, person: Person, office: ReadingOffice) => ({
  ...current,
  id,
  version,
  ...viewOf(current, office),
  permitted: permittedNow(person, current, office),
  applicant: applicantForStaff(current.applicant),
  coApplicants: current.coApplicants.map(applicantForStaff),
  letters: current.letters.map(({ letter }) => letter),
  issued: current.letters,
  consultations: current.consultations.map(consultationView),
  remedies: current.remedies.map(remedyView),
  withoutReply: remediesWithoutReply(current, office),
  end: endOf(current, office),
  reminders: remindersOf(current),
})

/** The same for the supervising organ: who asks stays covered, and a draft is nobody's reply yet (rulebook R78, R85). */
export const pageForSupervisor = (page: ReturnType<typeof casePage>, cover: Cover) => ({
  ...cover(page),
  applicant: applicantForSupervisor(page.applicant),
  coApplicants: page.coApplicants.map(applicantForSupervisor),
  draft: null,
})
