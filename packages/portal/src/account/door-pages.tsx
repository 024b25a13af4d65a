import { type SignOnFailure, signOnFailures } from '@zhiqing/api'
import { type At, sendPage } from '../look/send-page.js'
import { SignInButton, WithoutAccount } from './sign-in-button.js'

const statusOf: Partial<Record<SignOnFailure, number>> = { down: 503, misset: 502, tooMany: 429, cancelled: 200 }

/** Before somebody is signed in: what an account is for. */
export const sendOutside = (at: At) =>
  sendPage(at, {
    title: '我的申请',
    body: (
      <>
        <p className="lead">登录以后，您在这里提交的申请都列在一起，不用记编号和查询码。</p>
        <p>姓名和证件号码由统一身份认证平台告诉我们，再次申请不用重写。我们只保存姓名和证件号码，号码是密封保存的。</p>
        <p className="actions">
          <SignInButton />
        </p>
        <WithoutAccount />
      </>
    ),
  })

/** Why nobody is signed in now. */
export const sendFailed = (at: At, failure: SignOnFailure) =>
  sendPage(at, {
    title: '没有登录',
    status: statusOf[failure] ?? 400,
    back: '/account',
    body: (
      <>
        <p className="lead">{signOnFailures[failure]}。</p>
        <p className="actions">
          <SignInButton />
        </p>
        <WithoutAccount />
      </>
    ),
  })

/**
 * In. A strict cookie that came with an answer to another site's page is not sent with where that answer leads at once: the
 * next step has to be this page's own.
 */
export const sendEntered = (at: At) => {
  at.reply.header('refresh', '0; url=/account')
  return sendPage(at, {
    title: '已经登录',
    back: '/account',
    body: (
      <p>
        正在打开您的申请。没有自动打开的，请<a href="/account">点这里继续</a>。
      </p>
    ),
  })
}

/** Out, here; at the provider the person is still signed in. */
export const sendLeft = (at: At) =>
  sendPage(at, {
    title: '已经退出登录',
    body: (
      <>
        <p className="lead">本网站已经退出。用别人的手机或者公用电脑的，请把统一身份认证平台也退出。</p>
        <p className="actions">
          <a className="button" href="/account/left/there">
            退出统一身份认证平台
          </a>
        </p>
        <p>
          <a href="/">回到首页</a>
        </p>
      </>
    ),
  })
