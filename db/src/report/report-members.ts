import type { Db } from '../connect/connect.js'
import { told } from '../fault.js'
import { casesBehind, numbersOf, yearCounts, yearRemedies } from './counts.js'
import { keepReportDraft, publishReport } from './keep-report.js'
import { reportEditions } from './kept-report.js'
import { approveModelCase, endModelCase, keepModelCase, modelCases } from './model-cases.js'
import { keepPublication, publications, publicationsOf } from './publications.js'
import type { ReportCabinet } from './report-cabinet.js'
import { finishedIn, hotRequests, openData, receivedIn, unfinished } from './statistics.js'
import { suggestedTopics } from './suggested-topics.js'
import { yearReport } from './year-report.js'

/** The cabinet's members for the yearly report. */
export const reportMembers = (db: Db): ReportCabinet => ({
  yearCounts: told((organs, year) => yearCounts(db, organs, year)),
  yearRemedies: told((organs, year) => yearRemedies(db, organs, year)),
  casesBehind: told((query) => casesBehind(db, query)),
  numbersOf: told((organs, ids) => numbersOf(db, organs, ids)),
  yearReport: told((order) => yearReport(db, order)),
  keepReportDraft: told((draft) => keepReportDraft(db, draft)),
  reportEditions: told((organs, year, kind) => reportEditions(db, organs, year, kind)),
  keepModelCase: told((one) => keepModelCase(db, one)),
  modelCases: told((organs) => modelCases(db, organs)),
  approveModelCase: told((one, by, on) => approveModelCase(db, one, { by, on })),
  endModelCase: told((one, by, on, reason) => endModelCase(db, one, { by, on, reason })),
  unfinished: told((organs) => unfinished(db, organs)),
  finishedIn: told((organs, period) => finishedIn(db, organs, period)),
  receivedIn: told((organs, period) => receivedIn(db, organs, period)),
  hotRequests: told((organs, since, least) => hotRequests(db, organs, since, least)),
  suggestedTopics: told((organs, since) => suggestedTopics(db, organs, since)),
  publications: told((organs) => publications(db, organs)),
  publicationsOf: told((organ, caseId) => publicationsOf(db, organ, caseId)),
  keepPublication: told((decision) => keepPublication(db, decision)),
  openData: told((organs, year) => openData(db, organs, year)),
  publishReport: told((order) => publishReport(db, order)),
})
