import type { Fault } from '../faults.js'
import { checkFields } from './check.js'
import { composeLetter } from './compose.js'
import { usedVariables } from './liquid.js'
import type { Template } from './template.js'

/** What is wrong with a template before anyone uses it: undeclared or unused variables, a sample that does not fit. */
export function templateFaults(template: Template): Fault[] {
  const used = usedVariables(template)
  const declared = Object.keys(template.variables)
  const faults = [
    ...[...used].filter((name) => !declared.includes(name)).map((name) => fault(name, '用到了，但没有声明')),
    ...declared.filter((name) => !used.has(name)).map((name) => fault(name, '声明了，但没有用到')),
    ...checkFields(template, template.sample),
  ]
  return faults.length > 0 ? faults : composeFaults(template)
}

const fault = (field: string, reason: string): Fault => ({ field, message: `“${field}”${reason}` })

function composeFaults(template: Template): Fault[] {
  try {
    composeLetter(template, template.sample)
    return []
  } catch (error) {
    return [{ field: '', message: error instanceof Error ? error.message : String(error) }]
  }
}
