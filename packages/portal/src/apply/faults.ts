import { charactersIn } from '@zhiqing/api'
import { parseCommand } from '@zhiqing/casework'
import type { Counter } from '../counter.js'
import type { Fault } from '../look/fault.js'
import { unprintableIn, type Written } from '../look/unprintable-words.js'
import { type Application, toInput } from './application.js'
import { choicesOf, type FieldName, fieldLabels, fieldNames, mostCharacters } from './form-fields.js'

const tooLong = (application: Application): Fault[] =>
  fieldNames.flatMap((path) => {
    const [most, length] = [mostCharacters[path] ?? Number.POSITIVE_INFINITY, charactersIn(application[path])]
    return length > most ? [{ path, zh: `“${fieldLabels[path]}”太长了：最多${most}个字，现在有${length}个字` }] : []
  })

const notAChoice = (application: Application): Fault[] =>
  fieldNames.flatMap((path) => {
    const choices = choicesOf[path]
    const value = application[path]
    const open = value === '' && path !== 'applicant.kind'
    return !choices || open || choices.some((one) => one.value === value)
      ? []
      : [{ path, zh: `请选择：${fieldLabels[path]}` }]
  })

/** What the schema finds, in words people know. */
const shape = (application: Application): Fault[] => {
  const parsed = parseCommand('receiveRequest', toInput(application))
  if (parsed.ok) return []
  return parsed.faults.map(({ path, zh }) => {
    if (path === 'applicant.email') return { path, zh: '电子邮箱写得不对，应当像 name@example.com 这样' }
    return { path, zh: `“${fieldLabels[path as FieldName] ?? path}”${zh}` }
  })
}

const oneEach = (faults: readonly Fault[]): Fault[] =>
  fieldNames.flatMap((name) => faults.find(({ path }) => path === name) ?? [])

const names: readonly FieldName[] = ['applicant.name', 'applicant.agent']

const written = (application: Application): Written[] =>
  fieldNames
    .filter((path) => !choicesOf[path])
    .map((path) => ({
      path,
      label: fieldLabels[path],
      text: application[path],
      lines: path === 'information.description',
      name: names.includes(path),
    }))

/** Everything that keeps the form from being taken, one a field, in the order of the page. */
export const faultsIn = async (application: Application, { press }: Pick<Counter, 'press'>): Promise<Fault[]> => {
  const found = [...notAChoice(application), ...tooLong(application), ...shape(application)]
  return oneEach([...found, ...(await unprintableIn(written(application), press))])
}
