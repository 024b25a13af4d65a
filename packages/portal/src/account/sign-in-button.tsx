/** The way to the provider. A link, not a form: the rules of these pages let no form lead to another site. */
export const SignInButton = ({ second = false }: { second?: boolean }) => (
  <a className={second ? 'button second' : 'button'} href="/account/sign-in">
    用统一身份认证登录
  </a>
)

/** Nobody has to have an account. */
export const WithoutAccount = () => (
  <p>
    不登录也可以<a href="/#organs">提交申请</a>，用受理编号和查询码<a href="/lookup">查询进度</a>，办理起来都一样。
  </p>
)
