import { Button } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { FileView } from '../case/letter-button.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'

interface TemplatesAnswer {
  readonly templates: readonly { readonly code: string; readonly name: string; readonly cites: readonly string[] }[]
}

const groups = [
  ['P', '程序性文书'],
  ['S', '答复书'],
  ['L', '内部表单和其他文书'],
] as const

/** 文书模板: every letter with its sample as it prints. */
const TemplatesPage = () => {
  const templates = useAnswer<TemplatesAnswer>('/templates')
  const [open, setOpen] = useState<string>()
  return (
    <>
      <Title>文书模板</Title>
      <p>点名称看样张。模板的文字由法制人员在模板文件夹中维护，启动时核对。</p>
      <Waiting on={templates}>
        {({ templates: all }) => (
          <>
            {groups.map(([letter, zh]) => (
              <section key={letter} className="part" aria-label={zh}>
                <h2>{zh}</h2>
                <ul className="plain-list">
                  {all
                    .filter(({ code }) => code.startsWith(letter))
                    .map(({ code, name }) => (
                      <li key={code}>
                        <Button type="link" className="letter" onClick={() => setOpen(code)}>
                          {code} {name}
                        </Button>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
            {open && (
              <FileView
                path={`/templates/${open}.pdf`}
                title={`${open} ${all.find(({ code }) => code === open)?.name ?? ''} 样张`}
                onClose={() => setOpen(undefined)}
              />
            )}
          </>
        )}
      </Waiting>
    </>
  )
}

export default TemplatesPage
