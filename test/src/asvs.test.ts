import t from 'tap'
import { answers } from './asvs/answers.js'
import { inputs } from './asvs/input.js'
import { signIns } from './asvs/sign-in.js'
import { testServer } from './database.js'

const server = await testServer()
t.teardown(() => server.stop())

/** OWASP ASVS 5.0, level 1 and 2: the numbers are those of the table in the research on reliability, §4.1. */
await t.test('输入', { timeout: 300_000 }, (t) => inputs(t, server))
await t.test('应答', { timeout: 300_000 }, (t) => answers(t, server))
await t.test('登录', { timeout: 300_000 }, (t) => signIns(t, server))
