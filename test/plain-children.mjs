// tap hooks itself into every process that a test starts and reads each module there twice: the program would take twice
// the time, and a third more memory, than it takes for anybody. What a test starts is started as its user starts it.
import { createRequire } from 'node:module'

let from = createRequire(import.meta.url)
for (const name of ['tap', '@tapjs/core', '@tapjs/processinfo']) from = createRequire(from.resolve(name))

const hook = /"?--import=\S*@tapjs\/processinfo\S*/
from('process-on-spawn').addListener((started) => {
  const { NODE_OPTIONS: options = '', ...env } = started.env
  const own = options.replace(hook, '').trim()
  started.env = own ? { ...env, NODE_OPTIONS: own } : env
})
