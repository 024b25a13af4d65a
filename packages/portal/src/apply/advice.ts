import { isCreditCode, isIdNumber } from '@zhiqing/casework'
import type { Application } from './application.js'

const lacking = (application: Application): string[] => {
  const has = (...names: (keyof Application)[]) => names.some((name) => application[name].trim() !== '')
  return [
    ...(has('applicant.name') ? [] : ['姓名或者单位名称']),
    ...(has('applicant.idNumber') ? [] : ['证件号码']),
    ...(has('applicant.phone', 'applicant.email', 'applicant.address') ? [] : ['联系方式（电话、邮箱、地址至少一项）']),
    ...(has('information.description') ? [] : ['您想要什么信息']),
  ]
}

const undeliverable = (application: Application): string[] => {
  const method = application['form.method']
  if (method === 'email' && !application['applicant.email']) return ['您选了用电子邮件给您，但是没有写电子邮箱。']
  if ((method === 'mail' || method === '') && !application['applicant.address'])
    return ['答复会用邮寄的方式给您，但是没有写通信地址。']
  return []
}

/** Some real numbers fail their check: worth a second look, never a bar. */
const doubtfulNumber = (application: Application): string[] => {
  const { 'applicant.idType': type, 'applicant.idNumber': number } = application
  if (!number) return []
  const doubtful =
    (type === '居民身份证' && !isIdNumber(number)) || (type === '统一社会信用代码' && !isCreditCode(number))
  return doubtful ? [`${type}号码好像不对，请再看一遍。如果没有写错，可以不改。`] : []
}

const vague = /所有|一切|全部|任何/

const tooWide = (application: Application): string[] => {
  const word = vague.exec(application['information.description'])?.[0]
  return word ? [`您写了“${word}”。写清楚是哪一份文件、哪一年、哪个地方的，查得更快；写得太宽，可能会请您补正。`] : []
}

/**
 * What would make the way longer, told before filing. None of it bars anything: what article 29 asks for and the
 * request lacks is asked for once, later (contract §2).
 */
export const adviceOn = (application: Application): string[] => {
  const lacks = lacking(application)
  return [
    ...(lacks.length > 0 ? [`还没有填写：${lacks.join('、')}。现在补上，可以免得以后再补正。`] : []),
    ...undeliverable(application),
    ...doubtfulNumber(application),
    ...tooWide(application),
  ]
}
