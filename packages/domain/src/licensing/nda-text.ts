/** Words of an agreement of secrecy; `{owner}`, `{reader}`, `{listing}` and `{months}` are filled in when it is shown. */
export interface NdaText {
  /** The authoritative text. */
  bodyZh: string
  /** Its translation, for reading. */
  bodyEn: string
}

/** What the market offers owners who have no text of their own. */
export const DEFAULT_NDA: NdaText = {
  bodyZh: `保密协议

披露方：{owner}
接收方：{reader}
涉及成果：{listing}

一、范围。披露方在本市场为上述成果标为“保密”的文件及其中的信息，均为保密信息。接收方在查阅之前已经掌握、由公众可得或从无保密义务的第三方合法取得的信息除外，由接收方举证。
二、用途。接收方只为评估是否与披露方就上述成果开展许可、转让或合作而使用保密信息，不得据此申请知识产权，不得自行或许可他人实施。
三、人员。接收方只让确需知悉的员工和顾问接触保密信息，并使其承担不低于本协议的保密义务；接收方对其行为负责。
四、查阅。文件以加注接收方名称和时间的形式提供，每次查阅均留有记录，披露方可以查看。接收方不得去除标注。
五、期限。查阅权自接受之日起 {months} 个月，期满自动终止。双方均可随时撤回，撤回后不再提供查阅。保密义务自接受之日起五年内有效；属于商业秘密的，至其依法公开为止。
六、返还。查阅权终止后，接收方应当删除已下载的文件，法律要求留存的除外。
七、违约。违反本协议造成损失的，违约方依法赔偿。
八、法律与争议。本协议适用中华人民共和国法律；协商不成的，向披露方所在地有管辖权的人民法院起诉。
九、文本。本协议以中文文本为准，英文文本仅供参考。接收方的签署人在本市场确认接受后，本协议对双方生效。`,
  bodyEn: `Agreement of secrecy

Discloser: {owner}
Recipient: {reader}
Result concerned: {listing}

1. Scope. The files that the discloser has marked as confidential for the result above on this market, and what they say, are confidential. This does not hold for what the recipient shows that it already knew, what the public can obtain, or what it lawfully received from a third party bound by no secrecy.
2. Purpose. The recipient uses confidential information only to judge whether to take a licence or transfer of the result, or to work on it with the discloser. It files no intellectual property right on it and neither works it nor lets others work it.
3. People. Only staff and advisers who need to know are given access, under duties no lighter than these; the recipient answers for them.
4. Reading. Files are served marked with the recipient’s name and the time; every opening is recorded and visible to the discloser. The marks are not to be removed.
5. Term. Access lasts {months} months from acceptance and then ends by itself. Either side may withdraw at any time, after which nothing opens any more. The duty of secrecy lasts five years from acceptance, and for a trade secret until it lawfully becomes public.
6. Return. When access ends the recipient deletes what it has downloaded, save what the law requires it to keep.
7. Breach. Whoever breaks this agreement makes good the loss as the law provides.
8. Law and disputes. The law of the People’s Republic of China applies; what cannot be settled by talks goes to the competent people’s court where the discloser is.
9. Text. The Chinese text is authoritative, the English one is for reference. The agreement binds both sides once a signatory of the recipient has accepted it on this market.`,
}
