import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { letterTemplatesFolder } from '@zhiqing/templates'
import { checkFields } from '../template/check.js'
import { loadTemplate } from '../template/template.js'
import { type Fault, fault, type Place } from './finding.js'
import { printed, type Sheet } from './sheet.js'

/** Used and not declared: each place. */
export const undeclaredFaults = ({ used, template }: Sheet): Fault[] =>
  [...used].flatMap(([name, places]) =>
    Object.hasOwn(template.variables, name)
      ? []
      : places.map((place) => fault(place, 'variable-undeclared', `“${name}”用到了，但没有声明`)),
  )

/** The remedy and the signature print variables of their own. */
export const impliedFaults = (sheet: Sheet): Fault[] =>
  [...printed(sheet)]
    .filter((name) => !sheet.used.has(name) && !Object.hasOwn(sheet.template.variables, name))
    .map((name) => fault(sheet.head.place(['公共变量']), 'variable-undeclared', `“${name}”用到了，但没有声明`))

/** Declared and not used: where it is declared. */
export function unusedFaults(sheet: Sheet): Fault[] {
  const used = printed(sheet)
  return Object.keys(sheet.template.variables)
    .filter((name) => !used.has(name))
    .map((name) => fault(declaredAt(sheet, name), 'variable-unused', `“${name}”声明了，但没有用到`))
}

const declaredAt = ({ front, head }: Sheet, name: string): Place =>
  Object.hasOwn(front.变量, name) ? head.place(['变量', name]) : head.place(['公共变量', front.公共变量.indexOf(name)])

/** The sample must fit the declarations. */
export const sampleFaults = (sheet: Sheet): Fault[] =>
  checkFields(sheet.template, sheet.template.sample).map(({ field, message }) =>
    fault(sampleAt(sheet, field, message), 'sample', `样例数据：${message}`),
  )

/** A value that belongs to no variable is named in the message alone. */
function sampleAt(sheet: Sheet, field: string, message: string): Place {
  const name = field || /^“([^”]+)”/.exec(message)?.[1] || ''
  return Object.hasOwn(sheet.front.样例数据, name) ? sheet.head.place(['样例数据', name]) : declaredOr(sheet, name)
}

const declaredOr = (sheet: Sheet, name: string): Place =>
  Object.hasOwn(sheet.template.variables, name) ? declaredAt(sheet, name) : sheet.head.place(['样例数据'])

/** An organ's own text takes the place of ours, and is filled by the program as ours is. */
export function shadowFaults(sheet: Sheet): Fault[] {
  const { template, path } = sheet
  const own = join(letterTemplatesFolder, `${template.code}.md`)
  if (resolve(path) === own || !existsSync(own)) return []
  const filled = loadTemplate(template.code).variables
  return Object.entries(template.variables).flatMap(([name, { 类型: kind, 可空: nullable }]) => {
    const ours = filled[name]
    const say = (message: string) => [fault(declaredAt(sheet, name), 'shadow', message)]
    if (!ours) return say(`程序没有“${name}”可填，这份文书会印不出来`)
    if (ours.类型 !== kind) return say(`程序填的“${name}”是${ours.类型}，这里声明为${kind}`)
    return ours.可空 && !nullable ? say(`程序填的“${name}”可能为空，请声明“可空: true”`) : []
  })
}
