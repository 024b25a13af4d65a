import { type At, sendPage } from '../look/send-page.js'
import { OrganCard } from '../start/organ-card.js'

/** Which organ: the one that made or keeps what is wanted (条例 10). */
export const sendOrganChoice = async (at: At) => {
  const { counter } = at
  const organs = await counter.cabinet.organs(counter.today())
  const [only] = organs
  if (only && organs.length === 1) return at.reply.redirect(`/apply/${encodeURIComponent(only.id)}`, 303)
  return sendPage(at, {
    title: '向哪个机关申请？',
    open: true,
    body: (
      <>
        <p>
          请选制作这些信息的机关；从个人、企业得来的信息，选保存它的机关。不知道是哪一个的，先打电话问一问，或者选您觉得最接近的：
          不归它管的，它会告诉您该找谁。
        </p>
        <ul className="cards">
          {organs.map((kept) => (
            <OrganCard key={kept.id} kept={kept} level="h2" />
          ))}
        </ul>
        {organs.length === 0 ? <p>现在还没有机关在这里受理申请。</p> : null}
        <p>
          以前填过一半的，<a href="/draft">用草稿码接着填</a>。
        </p>
      </>
    ),
  })
}
