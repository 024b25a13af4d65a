import { TemplateError } from '../faults.js'
import { composeLetter } from '../template/compose.js'
import type { Fields, Template } from '../template/template.js'
import { type Fault, fault } from './finding.js'
import type { Sheet } from './sheet.js'

/** Writes the letter with its sample, then with every value away that may be away. Asked only of words without other faults. */
export function renderFaults(sheet: Sheet): Fault[] {
  const { template, body } = sheet
  const samples: readonly (readonly [string, Fields])[] = [
    ['按样例数据', template.sample],
    ['可空的变量都为空时', emptied(template)],
  ]
  for (const [when, fields] of samples) {
    const message = complaint(template, fields)
    if (message) return [fault(body, 'render', `${when}写不出文书：${message}`)]
  }
  return []
}

const emptied = ({ variables, sample }: Template): Fields => ({
  ...sample,
  ...Object.fromEntries(
    Object.entries(variables)
      .filter(([, { 可空: nullable }]) => nullable)
      .map(([name]) => [name, null]),
  ),
})

function complaint(template: Template, fields: Fields): string | null {
  try {
    composeLetter(template, fields)
    return null
  } catch (error) {
    if (error instanceof TemplateError) return error.message
    return error instanceof Error ? error.message : String(error)
  }
}
