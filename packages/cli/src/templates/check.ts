import { relative } from 'node:path'
import { checkTemplates, type Finding } from '@zhiqing/letters'
import { faultLine } from '../service/templates.js'
import { printLine } from '../usage.js'
import { today } from '../world.js'
import { shelves } from './folders.js'

/** As short as it can be clicked on. */
const nearby = (one: Finding): Finding => {
  const short = relative(process.cwd(), one.file)
  return short.startsWith('..') ? one : { ...one, file: short }
}

/** Every fault of every template, a line each; exit 1 where there is one. */
export const check = (asked: { readonly dir?: string; readonly json?: boolean }): number => {
  const { examined, folders } = shelves(asked.dir)
  const { letters, clauses, findings } = checkTemplates(examined, { folders, today: today() })
  if (asked.json)
    for (const { file, line, column, rule, message } of findings) printLine({ file, line, column, rule, zh: message })
  else {
    for (const one of findings) console.log(faultLine(nearby(one)))
    const found = findings.length === 0 ? '没有发现问题' : `${findings.length}处问题`
    console.log(`${letters}份文书、${clauses}条条款：${found}。`)
  }
  return findings.length === 0 ? 0 : 1
}
