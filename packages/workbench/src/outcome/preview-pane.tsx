import { useMemo } from 'react'
import { useWords } from '../app/session.tsx'
import { Checks } from '../case/risks.tsx'
import { PdfFrame } from '../look/pdf-frame.tsx'
import type { Previewed } from './use-preview.ts'

const fileOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'application/pdf' })

const Paper = ({ pdf, title }: { readonly pdf: string; readonly title: string }) => {
  const file = useMemo(() => fileOf(pdf), [pdf])
  return <PdfFrame file={file} title={title} />
}

/** What is still missing: told as a list to work through, not as a fault. */
const Missing = ({ problem }: Pick<Previewed, 'problem'>) => (
  <div className="missing">
    <h3>还不能作出这个决定</h3>
    <ul>
      {(problem?.faults ?? [{ path: '', zh: problem?.detail ?? '' }, ...(problem?.also ?? [])]).map((one) => (
        <li key={one.zh}>{one.zh}</li>
      ))}
    </ul>
  </div>
)

/** 当不当: the letter as it would be printed today beside its checks. */
export const PreviewPane = ({ preview, problem, busy }: Previewed) => {
  const words = useWords()
  return (
    <section className="preview" aria-label="预览">
      <h2>
        <span className="judgment">当不当</span> 答复书预览
      </h2>
      <p className="quiet" role="status">
        {busy ? '正在排印……' : problem ? '补齐以后显示' : '今天签发就是这个样子；文号在签发时编'}
      </p>
      {problem && <Missing problem={problem} />}
      {!problem && preview && (
        <>
          {preview.pdf && preview.letter ? (
            <Paper pdf={preview.pdf} title={words.letters[preview.letter] ?? '答复书'} />
          ) : (
            <p>这样处理没有答复书。</p>
          )}
          {preview.warnings.length > 0 && (
            <ul>
              {preview.warnings.map(({ code, zh }) => (
                <li key={code + zh}>{zh}</li>
              ))}
            </ul>
          )}
          <h3>败诉风险检查</h3>
          <Checks checks={preview.checks} />
        </>
      )}
    </section>
  )
}
