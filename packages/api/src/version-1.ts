import type { FastifyInstance } from 'fastify'
import { requireIdentity } from './identity/identity.js'
import { accountRoutes } from './routes/account.js'
import { calendarNotices } from './routes/calendar-notices.js'
import { caseTable } from './routes/case-table.js'
import { colleagues } from './routes/colleagues.js'
import { commandRoutes } from './routes/commands.js'
import { currentSession } from './routes/current-session.js'
import { dueCalendar } from './routes/due-calendar.js'
import { fullLook } from './routes/full-look.js'
import { lawOnDay } from './routes/law.js'
import { listCases } from './routes/list-cases.js'
import { mailings } from './routes/mailings.js'
import { modelCaseRoutes } from './routes/model-cases/index.js'
import { calendarAddress } from './routes/notices/calendar-address.js'
import { noticeMail } from './routes/notices/notice-mail.js'
import { notices } from './routes/notices/notices.js'
import { subscribedCalendar } from './routes/notices/subscribed-calendar.js'
import { openapi } from './routes/openapi.js'
import { organRoutes } from './routes/organs.js'
import { questions } from './routes/outcome-questions.js'
import { previews } from './routes/previews.js'
import { readActs } from './routes/read-acts.js'
import { readAttachment } from './routes/read-attachment.js'
import { readCase } from './routes/read-case.js'
import { readCommand } from './routes/read-command.js'
import { readCopy } from './routes/read-copy.js'
import { readDossier } from './routes/read-dossier.js'
import { readDraft } from './routes/read-draft.js'
import { readFacts } from './routes/read-facts.js'
import { readForm } from './routes/read-form.js'
import { readLetter } from './routes/read-letter.js'
import { readRelated } from './routes/read-related.js'
import { readRisks } from './routes/read-risks.js'
import { readTrace } from './routes/read-trace.js'
import { receive } from './routes/receive.js'
import { remedies } from './routes/remedies.js'
import { reportRoutes } from './routes/reports/index.js'
import { securityLog } from './routes/security-log.js'
import { setSettings, settings } from './routes/settings.js'
import { signIn } from './routes/sign-in.js'
import { signOn } from './routes/sign-on.js'
import { signOut } from './routes/sign-out.js'
import { simulations } from './routes/simulations.js'
import { staffRoutes } from './routes/staff.js'
import { statisticsRoutes } from './routes/statistics/index.js'
import { tasks } from './routes/tasks.js'
import { templates } from './routes/templates.js'
import { uploadRoutes } from './routes/uploads.js'
import { whatIfRoute } from './routes/what-if.js'
import { words } from './routes/words.js'
import type { Services } from './services.js'

const closed = [
  signOut,
  receive,
  listCases,
  caseTable,
  readCase,
  readFacts,
  readTrace,
  readLetter,
  readCopy,
  readAttachment,
  uploadRoutes,
  readDraft,
  readForm,
  readDossier,
  readRisks,
  mailings,
  commandRoutes,
  simulations,
  whatIfRoute,
  settings,
  setSettings,
  calendarNotices,
  lawOnDay,
  reportRoutes,
  modelCaseRoutes,
  statisticsRoutes,
  currentSession,
  words,
  colleagues,
  readCommand,
  readActs,
  readRelated,
  previews,
  questions,
  remedies,
  tasks,
  templates,
  dueCalendar,
  notices,
  noticeMail,
  calendarAddress,
  accountRoutes,
  staffRoutes,
  organRoutes,
  securityLog,
  fullLook,
]

/** Everything under /api/v1. What is not opened by name is closed. */
export const versionOne =
  (services: Services) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRequest', async (_, reply) => {
      reply.header('cache-control', 'no-store')
    })
    signIn(app, services)
    signOn(app, services)
    openapi(app)
    subscribedCalendar(app, services)
    app.register(async (scope) => {
      requireIdentity(scope, services)
      for (const route of closed) route(scope, services)
    })
  }
