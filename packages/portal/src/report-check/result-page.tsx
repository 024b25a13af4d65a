import { forms, type ReportFinding } from '@zhiqing/law'
import { type At, sendPage } from '../look/send-page.js'
import type { Checked } from './read.js'
import { placeWords, ruleWords } from './words.js'

const levelWords = { error: '错误', warning: '提示' } as const

const printedWords = (value: number | string | null): string => (value === null ? '没有填写' : String(value))

const Finding = ({ found, n }: { found: ReportFinding; n: number }) => (
  <li className={`finding ${found.level}`}>
    <h3>
      {n}. <strong>{levelWords[found.level]}</strong>
    </h3>
    <p>{found.zh}。</p>
    <dl className="answers">
      <div>
        <dt>在哪里</dt>
        <dd>{placeWords(found.where)}</dd>
      </div>
      <div>
        <dt>应为</dt>
        <dd>{printedWords(found.expected)}</dd>
      </div>
      <div>
        <dt>印的是</dt>
        <dd>{printedWords(found.printed)}</dd>
      </div>
      <div>
        <dt>规则</dt>
        <dd>
          {ruleWords[found.rule]}（{found.rule}）
        </dd>
      </div>
    </dl>
  </li>
)

const Found = ({ findings }: Pick<Checked, 'findings'>) =>
  findings.length === 0 ? (
    <p className="notice">能核对的都核对了，没有发现问题。</p>
  ) : (
    <section aria-labelledby="found">
      <h2 id="found">发现的问题</h2>
      <p>“错误”是数字之间对不上，应当更正；“提示”可能只是口径不同，请对照原文。</p>
      <ol className="findings">
        {findings.map((found, i) => (
          <Finding key={`${found.rule} ${found.where} ${found.zh}`} found={found} n={i + 1} />
        ))}
      </ol>
    </section>
  )

const Unjudged = ({ unjudged }: Pick<Checked, 'unjudged'>) =>
  unjudged.length === 0 ? null : (
    <section aria-labelledby="unjudged">
      <h2 id="unjudged">没有核对的</h2>
      <p>没有材料，不能说对，也不能说错：</p>
      <ul>
        {unjudged.map((zh) => (
          <li key={zh}>{zh}</li>
        ))}
      </ul>
    </section>
  )

const countOf = ({ findings }: Checked, level: ReportFinding['level']): number =>
  findings.filter((one) => one.level === level).length

/** What was found, the number first: which cell, what should stand there, what does, by which rule. */
export const sendResult = (at: At, checked: Checked) => {
  const { report } = checked
  return sendPage(at, {
    title: '年度报告核对结果',
    back: '/report-check',
    body: (
      <>
        <p className="lead">
          {report.organ ? `${report.organ}，` : ''}
          {report.year}年，{forms[report.format].number}的格式：
          <strong>
            错误{countOf(checked, 'error')}处，提示{countOf(checked, 'warning')}处。
          </strong>
        </p>
        <Found findings={checked.findings} />
        <Unjudged unjudged={checked.unjudged} />
        <p>您提交的内容只用来核对，没有保存。</p>
        <p>
          <a href="/report-check">再核对一份</a>
        </p>
      </>
    ),
  })
}
