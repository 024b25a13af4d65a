import { EnrolForm } from './enrol-form.tsx'
import { Gate } from './gate.tsx'

/** Before anything else: a second factor of one's own. */
export const EnrolPage = ({ onDone }: { readonly onDone: () => void }) => (
  <Gate title="请先绑定动态口令" words="以后登录，除了密码还要手机上的六位口令。手机上要有一个动态口令程序（TOTP）。">
    <EnrolForm onDone={onDone} />
  </Gate>
)
