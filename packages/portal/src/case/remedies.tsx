import { remediesOf, remedyBlockOf } from '@zhiqing/casework'
import { courtOf, inChinese, reconsiderationOrganOf } from '@zhiqing/law'
import { provisionalWords } from '../look/day-words.js'
import type { OpenedCase } from './open-case.js'

const said = (provisional: boolean): string => (provisional ? `（${provisionalWords}）` : '')

/** Where to go and until when, for who does not agree with the reply; the letter itself says it in full. */
export const Remedies = ({ opened: { current, office } }: { opened: OpenedCase }) => {
  const { reconsideration, litigation } = remediesOf(current, office)
  if (!reconsideration && !litigation) return null
  const mixed = remedyBlockOf(current, office) === 'RB3'
  return (
    <section aria-labelledby="remedies">
      <h2 id="remedies">不同意这个答复</h2>
      <ul>
        {reconsideration ? (
          <li>
            可以在{inChinese(reconsideration.due)}以前（包括当天）向{reconsiderationOrganOf(office.organ)}申请行政复议
            {said(reconsideration.provisional)}。{litigation ? '' : '对这类答复，要先申请行政复议。'}
          </li>
        ) : null}
        {litigation ? (
          <li>
            也可以在{inChinese(litigation.due)}以前（包括当天）向{courtOf(office.organ)}提起行政诉讼
            {said(litigation.provisional)}。
            {mixed ? '其中依据条例第十四条、第十五条、第十六条不予公开的，要先申请行政复议，见答复书。' : ''}
          </li>
        ) : null}
      </ul>
    </section>
  )
}
