// The service as `start` runs it, but for one planted defect: answers leave before COMMIT. Only the crash test runs it.
import { runWithDefect } from '@zhiqing/cli'

process.exitCode = await runWithDefect(process.env, { sabotage: 'answerBeforeCommit' })
