import t from 'tap'
import { answers } from './asvs/answers.js'
import { canary } from './asvs/canary.js'
import { inputs } from './asvs/input.js'
import { scripts } from './asvs/script.js'
import { signIns } from './asvs/sign-in.js'
import { timings } from './asvs/timing.js'
import { testServer } from './database.js'

t.setTimeout(1_800_000)
const server = await testServer()
t.teardown(() => server.stop())

/** OWASP ASVS 5.0, level 1 and 2: the numbers are those of the table in the research on reliability, §4.1. */
await t.test('输入', { timeout: 300_000 }, (t) => inputs(t, server))
await t.test('应答', { timeout: 300_000 }, (t) => answers(t, server))
await t.test('登录', { timeout: 300_000 }, (t) => signIns(t, server))
await t.test('个人信息', { timeout: 600_000 }, (t) => canary(t, server))
await t.test('浏览器', { timeout: 600_000 }, (t) => scripts(t, server))
await t.test('时间', { timeout: 900_000 }, (t) => timings(t, server))
