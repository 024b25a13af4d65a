import t from 'tap'
import { type TestDatabase, testServer } from './database.js'
import { access } from './db/access.js'
import { calendar } from './db/calendar.js'
import { colleagues } from './db/colleague.js'
import { commands } from './db/commands.js'
import { counted } from './db/counted.js'
import { crowded } from './db/crowd.js'
import { drafts } from './db/drafts.js'
import { faults } from './db/faults.js'
import { guarded } from './db/guarded.js'
import { ledger } from './db/ledger.js'
import { noticeCrowd } from './db/notice-crowd.js'
import { noticeMail } from './db/notice-mail.js'
import { toldStaff } from './db/notices.js'
import { post } from './db/post.js'
import { roles } from './db/roles.js'
import { sealed } from './db/sealed.js'
import { seals } from './db/seals.js'
import { series } from './db/series.js'
import { settings } from './db/settings.js'
import { start } from './db/start.js'
import { subscribers } from './db/subscribers.js'
import { tampered } from './db/tamper.js'

const server = await testServer()
t.teardown(() => server.stop())

/** Each part on a database of its own, on one server. */
const parts = {
  start,
  commands,
  crowded,
  guarded,
  ledger,
  tampered,
  access,
  post,
  calendar,
  sealed,
  series,
  seals,
  roles,
  faults,
  colleagues,
  counted,
  noticeCrowd,
  settings,
  drafts,
  subscribers,
  toldStaff,
  noticeMail,
}

for (const [name, part] of Object.entries(parts))
  await t.test(`档案柜 | ${name}`, { timeout: 180_000 }, async (t) => {
    const db: TestDatabase = await server.database()
    t.teardown(() => db.close())
    await part(t, db)
  })
