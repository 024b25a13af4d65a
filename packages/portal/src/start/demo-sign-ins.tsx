import type { Demo } from '../services.js'

/** How to get in at the staff's side of a demo. */
export const DemoSignIns = ({ demo: { signIns } }: { demo: Demo }) => {
  const told = signIns.some(({ password }) => password !== undefined)
  return signIns.length === 0 ? null : (
    <section className="card" aria-labelledby="demo">
      <h2 id="demo">演示：工作人员登录</h2>
      <p>这是演示系统，下面的登录名是公开的。{told ? '' : '密码在第一次启动时打印在屏幕上。'}</p>
      <details>
        <summary>查看登录名</summary>
        <table>
          <caption className="unseen">演示登录名</caption>
          <thead>
            <tr>
              <th scope="col">谁</th>
              <th scope="col">登录名</th>
              {told ? <th scope="col">密码</th> : null}
            </tr>
          </thead>
          <tbody>
            {signIns.map(({ name, password, displayName }) => (
              <tr key={name}>
                <th scope="row">{displayName ?? name}</th>
                <td className="code">{name}</td>
                {told ? <td className="code">{password}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
