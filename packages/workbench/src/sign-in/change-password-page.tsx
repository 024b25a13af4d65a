import { Gate } from './gate.tsx'
import { PasswordForm } from './password-form.tsx'

/** Before anything else: the one-time password is changed for one's own. */
export const ChangePasswordPage = ({ onDone }: { readonly onDone: () => void }) => (
  <Gate title="请先修改密码" words="现在的密码是管理员给的，或者已经到期。改成只有您自己知道的，再进入工作台。">
    <PasswordForm onDone={onDone} />
  </Gate>
)
