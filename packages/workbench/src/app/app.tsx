import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { alertIcons, selectSigns } from '../look/signs.tsx'
import { useRemembered } from './device.ts'
import { Doors } from './doors.tsx'
import { themeOf } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

/** The desk: theme, language, type size, and behind the doors the pages. */
export const App = () => {
  const [size, setSize] = useRemembered('size', 'ordinary')
  const large = size === 'large'
  useEffect(() => {
    document.documentElement.classList.toggle('large', large)
  }, [large])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(large)}
      csp={nonce ? { nonce } : {}}
      button={{ autoInsertSpace: false }}
      alert={alertIcons}
      select={selectSigns}
      form={{ requiredMark: false, scrollToFirstError: true }}
    >
      <Doors large={large} onLarge={(wanted) => setSize(wanted ? 'large' : 'ordinary')} />
    </ConfigProvider>
  )
}
