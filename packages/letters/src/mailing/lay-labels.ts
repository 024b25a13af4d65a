import { type Fault, FieldsError, unicodeName } from '../faults.js'
import type { Fonts } from '../fonts/fonts.js'
import type { Page } from '../layout/page.js'
import { cleanText, refusedCharacter } from '../template/characters.js'
import { drawLabel, type Postal } from './label.js'
import { type LabelSheetName, labelSheets, labelsOn } from './label-sheet.js'

/** Labels to be printed on sheets of one kind; the first `skip` places of the first sheet are used already. */
export type LabelOrder = {
  readonly sender: Postal
  readonly labels: readonly Postal[]
  readonly sheet: LabelSheetName
  readonly skip: number
}

/** Pages of labels, in the order given. Throws FieldsError with every label that cannot be printed whole. */
export function layLabels({ sender: from, labels: all, sheet: name, skip }: LabelOrder, fonts: Fonts): Page[] {
  const sheet = labelSheets[name]
  const faults = [from, ...all].flatMap((one, i) => characterFaults(one, i === 0 ? 'sender' : `labels.${i - 1}`, fonts))
  if (faults.length > 0) throw new FieldsError(faults)
  const sender = cleaned(from)
  const places = all.map((one, i) => ({ to: cleaned(one), place: i + skip }))
  const drawn = places.map(({ to, place }) => {
    const at = place % labelsOn(name)
    const column = at % sheet.columns
    const row = Math.floor(at / sheet.columns)
    const corner = { x: sheet.left + column * sheet.across, y: sheet.top + row * sheet.down }
    return drawLabel(to, sender, { sheet, corner, fonts })
  })
  const tooLong = drawn.flatMap((one, i) => (one ? [] : [tooLongFault(i, places[i]?.to.name ?? '', name)]))
  if (tooLong.length > 0) throw new FieldsError(tooLong)
  const count = Math.ceil((all.length + skip) / labelsOn(name))
  return Array.from({ length: count }, (_, page) => {
    const own = drawn.filter((_, i) => Math.floor((i + skip) / labelsOn(name)) === page)
    return {
      number: page + 1,
      runs: own.flatMap((one) => one?.runs ?? []),
      rules: own.flatMap((one) => one?.rules ?? []),
    }
  })
}

const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()

const cleaned = ({ name, address, postcode }: Postal): Postal => ({
  name: oneLine(name),
  address: oneLine(address),
  postcode: postcode && oneLine(postcode),
})

function characterFaults(one: Postal, field: string, fonts: Fonts): Fault[] {
  const text = `${one.name}${one.address}${one.postcode ?? ''}`
  const refused = refusedCharacter(text)
  if (refused) return [{ field, message: `“${one.name}”的标签含有不能印出的字符（${refused}）` }]
  return fonts.missing(cleanText(text)).map((character) => ({
    field,
    message: `“${one.name}”的标签中的“${character}”（${unicodeName(character.codePointAt(0) ?? 0)}）字库没有，请配置含有该字的字体`,
  }))
}

const tooLongFault = (i: number, name: string, sheet: LabelSheetName): Fault => ({
  field: `labels.${i}`,
  message: `“${name}”的地址和名称在${sheet}的标签上放不下，字号不缩小：${
    sheet === '2x7' ? '请改用 2x4 的标签，或者打印邮寄单' : '请打印邮寄单'
  }`,
})
