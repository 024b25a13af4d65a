import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { ReactNode } from 'react'
import type { Counter } from '../counter.js'
import { type At, sendPage } from '../look/send-page.js'

interface Failure {
  readonly title: string
  readonly status: number
  readonly body: ReactNode
}

const goHome = (
  <p>
    <a href="/">回到首页</a>
  </p>
)

const unavailable: Failure = {
  title: '现在办不了，请稍后再来',
  status: 503,
  body: (
    <>
      <p>系统暂时出了故障。您刚才填写的内容没有保存，也没有提交。</p>
      <p>请过几分钟再试一次。如果着急，可以打电话或者到机关窗口申请，电话和地址在首页。</p>
      {goHome}
    </>
  ),
}

const unsure: Failure = {
  title: '不能确定有没有提交成功',
  status: 503,
  body: (
    <p>提交的时候连接断了。请用浏览器的“返回”回到上一页，再按一次提交：同一份内容重复提交，也只会算作一件，请放心。</p>
  ),
}

const erased: Failure = {
  title: '这份文书的内容已经删除',
  status: 410,
  body: (
    <>
      <p>这件申请里的个人信息已经依法删除，文书的内容不再保存，所以下载不到了。</p>
      <p>想知道当时是怎么答复的，请看您手里的那一份，或者打电话问受理的机关，电话在首页。</p>
      {goHome}
    </>
  ),
}

const sealAwaited: Failure = {
  title: '这份文书正在盖章',
  status: 409,
  body: (
    <>
      <p>文书已经作出，还没有盖好电子印章，所以现在下载不到。一般几分钟就好，请过一会儿再来。</p>
      <p>如果一直这样，可以打电话问受理的机关，电话在首页。</p>
      {goHome}
    </>
  ),
}

const fileGone: Failure = {
  title: '材料要重新上传',
  status: 422,
  body: (
    <>
      <p>您上传的材料已经不在了，可能放得太久，或者已经随别的申请提交。这次没有保存，也没有提交。</p>
      <p>请用浏览器的“返回”回到上一页，重新上传以后再提交。</p>
    </>
  ),
}

const known: Readonly<Record<string, Failure>> = {
  FILE_MISSING: fileGone,
  DATABASE_DOWN: unavailable,
  BUSY: unavailable,
  DISK_FULL: unavailable,
  OUTCOME_UNKNOWN: unsure,
  ERASED: erased,
  SEAL_AWAITED: sealAwaited,
  FST_ERR_CTP_BODY_TOO_LARGE: {
    title: '内容太多了',
    status: 413,
    body: <p>您填写的内容太长，我们没有收到。请用浏览器的“返回”回到上一页，写短一些再提交。</p>,
  },
}

const unreadable: Failure = {
  title: '没有看懂这次提交',
  status: 400,
  body: (
    <>
      <p>我们没有保存任何内容。请回到首页，重新打开页面再试一次。</p>
      {goHome}
    </>
  ),
}

/** A defect is logged whole under an id; the page tells the id alone. */
const defect = (error: FastifyError, { request, counter: { log } }: At): Failure => {
  const id = randomUUID()
  const told = { id, route: request.routeOptions.url, error: error.stack ?? String(error), cause: error.cause }
  if (log) log.error('defect', told)
  else request.log.error(told, 'defect')
  return {
    title: '出错了',
    status: 500,
    body: (
      <>
        <p>这是我们的问题，不是您的问题。您可以过一会儿再试。</p>
        <p>
          如果一直这样，请打电话告诉我们这个编号：<span className="code">{id}</span>
        </p>
        {goHome}
      </>
    ),
  }
}

const isClientError = ({ statusCode = 500 }: FastifyError): boolean => statusCode >= 400 && statusCode < 500

const failureOf = (error: FastifyError, at: At): Failure => {
  if (Object.hasOwn(known, error.code ?? '')) return known[error.code] as Failure
  return isClientError(error) ? unreadable : defect(error, at)
}

/** Every error of these pages leaves as a page in plain Chinese; never a stack, never a statement. */
export const answerFailures = (app: FastifyInstance, counter: Counter): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const at = { request, reply, counter }
    return sendPage(at, failureOf(error, at))
  })
}
