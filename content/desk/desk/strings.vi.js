// Vietnamese, of the desk. Staff are "anh chị"; every message says what happened and what to do.
export default {
  ui: {
    loading: 'Đang mở…', failed: 'Chưa mở được trang này', again: 'Thử lại', back: 'Quay lại', close: 'Đóng',
    optional: '(không bắt buộc)', mustWrite: 'Anh chị viết vào ô này rồi mới tiếp tục.',
  },
  frame: {
    name: 'Cổng Làng', desk: 'Bàn làm việc', commune: 'Bàn làm việc, xã {commune}', otherLanguage: 'English', leave: 'Thoát',
    places: 'Các trang', skip: 'Đến nội dung',
    menu: 'Trang: {place}', chooseCommune: 'Đang xem xã có mã',
    insecure: 'Trang này đang mở bằng http thường, nên không ký được.',
    insecureNext: 'Trình duyệt chỉ cho tạo và dùng chìa khóa ký ở địa chỉ https, hoặc ngay trên máy chủ (localhost). Vẫn đọc và soạn được. Anh chị hỏi quản trị địa chỉ bắt đầu bằng https.',
    place: { todo: 'Việc cần làm', guides: 'Bài hướng dẫn', sign: 'Ký và đăng', kiosks: 'Màn hình ở thôn', usage: 'Lượt dùng', keys: 'Chìa khóa của tôi', people: 'Người dùng', audit: 'Nhật ký' },
  },
  role: { author: 'Người soạn', reviewer: 'Người duyệt', admin: 'Quản trị xã', operator: 'Quản trị tỉnh' },
  roleDoes: { author: 'viết và gửi duyệt', reviewer: 'đọc, duyệt bài người khác soạn', admin: 'mời người, duyệt chìa khóa, trông màn hình' },
  error: {
    line: 'Không nối được với máy chủ. Anh chị xem lại mạng rồi thử lại. Việc đang làm vẫn còn trong máy này.',
    other: 'Có lỗi chưa rõ ({code}). Anh chị thử lại. Nếu vẫn vậy, đọc mã này cho quản trị.',
    http_401: 'Phiên làm việc đã hết. Anh chị đăng nhập lại.', http_403: 'Anh chị không có quyền làm việc này.',
    http_404: 'Không tìm thấy. Có thể việc này đã được người khác làm xong.', http_409: 'Người khác vừa đổi việc này. Anh chị tải lại trang để xem.',
    http_413: 'Tệp hoặc bài quá lớn.', http_429: 'Thử quá nhiều lần. Anh chị đợi vài phút rồi thử lại.',
    http_500: 'Máy chủ gặp lỗi. Anh chị thử lại sau ít phút.', http_502: 'Máy chủ chưa trả lời. Anh chị thử lại sau ít phút.', http_503: 'Máy chủ đang bận. Anh chị thử lại sau ít phút.',
  },
  state: { draft: 'Đang soạn', submitted: 'Chờ duyệt', 'changes-asked': 'Cần sửa lại', approved: 'Đã duyệt', scheduled: 'Đã hẹn ngày', signing: 'Đang ký', published: 'Đang hiện', superseded: 'Đã có bản mới hơn', withdrawn: 'Đã gỡ', discarded: 'Đã bỏ' },
  fresh: { fresh: 'Còn mới', due: 'Sắp đến hạn xem lại', stale: 'Quá hạn xem lại' },
  kind: { guide: 'Bài hướng dẫn', patch: 'Bài hướng dẫn', notice: 'Thông báo', place: 'Nhà văn hóa', heritage: 'Di sản', product: 'Sản vật' },
  value: { nothing: '(không có)', yes: 'Có', no: 'Không' },
  signIn: {
    title: 'Đăng nhập', below: 'Dành cho cán bộ soạn và duyệt nội dung trên màn hình nhà văn hóa.', name: 'Tên đăng nhập', password: 'Mật khẩu', do: 'Đăng nhập',
    missing: 'Anh chị ghi cả tên đăng nhập và mật khẩu.', wrong: 'Tên đăng nhập hoặc mật khẩu không đúng. Anh chị thử lại.',
    ended: 'Phiên làm việc đã hết vì lâu không dùng. Anh chị đăng nhập lại để làm tiếp. Những gì đã viết vẫn còn.', lost: 'Quên mật khẩu? Nhờ quản trị của xã gửi lời mời mới.',
  },
  invite: {
    title: 'Lời mời', welcome: 'Chào {name}', below: 'Anh chị được mời làm: {roles}. Chọn tên đăng nhập và mật khẩu để bắt đầu.', until: 'Lời mời dùng được đến hết ngày {day}.',
    name: 'Tên đăng nhập', nameHint: 'Chữ thường không dấu, số, dấu chấm. Ví dụ: lan.nguyen', password: 'Mật khẩu', passwordHint: 'Ít nhất {count} ký tự. Một câu ngắn dễ nhớ là tốt nhất. Đừng dùng mật khẩu của nơi khác.', again: 'Ghi lại mật khẩu', do: 'Bắt đầu làm việc',
    badName: 'Tên đăng nhập có 3 đến 32 ký tự: chữ thường không dấu, số, dấu chấm hoặc gạch.', shortPassword: 'Mật khẩu cần ít nhất {count} ký tự.', notSame: 'Hai lần ghi mật khẩu chưa giống nhau. Anh chị ghi lại.',
    known: 'Tên đăng nhập: {name}. Anh chị chọn mật khẩu mới.',
    gone: 'Lời mời này đã dùng rồi, đã hết hạn hoặc ghi chưa đủ. Anh chị nhờ quản trị của xã gửi lời mời mới.', toSignIn: 'Đến trang đăng nhập',
  },
  todo: {
    title: 'Việc cần làm', count: '{count} việc đang chờ anh chị', none: 'Không có việc nào đang chờ. Mọi bài đều còn hạn.', since: 'Từ ngày {day}',
    people: 'Đồng nghiệp đang chờ', things: 'Cần xem lại',
    unsent: 'Trong máy này còn bài viết lúc {at} chưa gửi được về máy chủ.', unsentOpen: 'Mở để gửi tiếp', start: 'Bắt đầu việc khác', newNotice: 'Viết thông báo mới', allGuides: 'Xem tất cả bài hướng dẫn',
  },
  guides: {
    heading: 'Bài hướng dẫn và thông báo', below: 'Mọi thứ đang hiện trên màn hình của xã, và những bài đang soạn.', new: 'Viết mới', search: 'Tìm theo tên', filters: 'Lọc thêm', all: 'Tất cả',
    kind: 'Loại', state: 'Tình trạng', freshness: 'Còn mới không', who: 'Người làm', onlyDraft: 'Chỉ bài đang soạn', count: 'Đang thấy {shown} trong {all} bài.', none: 'Không có bài nào khớp. Anh chị bớt điều kiện lọc.',
    title: 'Tên bài', reviewBy: 'Hạn xem lại', hasDraft: 'Có bản đang soạn', checked: 'Đối chiếu ngày {day}', neverChecked: 'Chưa ghi ngày đối chiếu', noReview: 'Không đặt hạn', reviewPast: '{day}, đã quá hạn', nobody: 'Chưa ai',
    national: 'Bài chung cả nước', commune: 'Xã có phần riêng',
  },
  new: {
    heading: 'Viết mới', below: 'Chọn loại và đặt tên. Các phần khác viết ở trang sau.', kind: 'Viết gì', title: 'Tên', titleHint: 'Ngắn, nói ngay việc gì. Ví dụ: Cắt điện ngày 5/12', do: 'Tạo và viết tiếp', missing: 'Anh chị đặt tên trước đã.', source: 'Ủy ban nhân dân xã', note: 'Bài mới',
  },
  guide: {
    toList: 'Về danh sách', edit: 'Sửa bài này', editForCommune: 'Sửa cho xã', says: 'Đang hiện trên màn hình', history: 'Các bản đã đăng', noHistory: 'Xã chưa đăng bản nào của bài này.', review: 'Hạn xem lại: {when}',
    version: 'Bản số', when: 'Lúc', who: 'Người làm', note: 'Ghi chú', noNote: 'Không ghi', backTo: 'Quay về', inUse: 'Bản đang dùng', rollback: 'Quay về bản này', rollbackTo: 'Quay về bản số {version}',
    hasDraft: 'Bài này có một bản đang soạn.', openDraft: 'Mở bản đang soạn', remove: 'Gỡ khỏi màn hình', removePatch: 'Bỏ phần riêng của xã', removeTitle: 'Gỡ khỏi màn hình?', removeWords: 'Việc gỡ cũng cần người duyệt và đủ chữ ký. Nội dung cũ vẫn còn trong các bản đã đăng.', removePatchWords: 'Màn hình sẽ hiện bài chung cả nước. Việc này cũng cần người duyệt và đủ chữ ký.', removeDo: 'Gửi duyệt việc gỡ',
    rollbackTitle: 'Quay về bản số {version}?', rollbackWords: 'Nội dung cũ sẽ được đăng lại thành một bản mới, nên vẫn cần đủ người ký. Chưa có gì đổi cho đến khi ký xong.', rollbackDo: 'Chuẩn bị để ký',
  },
  draft: {
    below: 'Viết vào các ô dưới đây. Trang tự lưu.', belowPatch: 'Bài chung cả nước, với phần xã nói khác đi. Chỉ phần khác được lưu. Trang tự lưu.', restored: 'Đã lấy lại những gì anh chị viết lúc {at} mà lần trước chưa gửi được.',
    comments: 'Trao đổi', addComment: 'Viết lời trao đổi', comment: 'Lời trao đổi', sendComment: 'Gửi lời', sendTitle: 'Gửi duyệt', note: 'Ghi chú sửa đổi', noteHint: 'Sửa gì, theo văn bản nào. Người duyệt và người xem lại sau này đọc dòng này.', noteMissing: 'Anh chị ghi một dòng sửa gì và vì sao, rồi mới gửi duyệt.',
    submit: 'Gửi duyệt', notSavedYet: 'Bài chưa lưu được về máy chủ nên chưa gửi. Anh chị xem dòng tình trạng lưu ở đầu trang.', more: 'Cách khác', moreWhat: 'Chỉ dùng khi thật cần.',
    now: 'Đăng ngay, không chờ duyệt', nowTitle: 'Đăng ngay không chờ duyệt?', nowWords: 'Dùng khi có việc gấp, như bão lụt. Vẫn cần đủ người ký. Bài sẽ bị đánh dấu cho đến khi có người duyệt lại.', nowReason: 'Vì sao phải đăng ngay', nowMissing: 'Anh chị ghi lý do.', nowDo: 'Đăng ngay',
    discard: 'Bỏ bản soạn này', discardTitle: 'Bỏ bản soạn này?', discardWords: 'Bản đang hiện trên màn hình không đổi. Những gì viết trong bản soạn sẽ không dùng nữa.', discardDo: 'Bỏ bản soạn',
    findErrors: 'Có {count} chỗ phải sửa trước khi gửi duyệt:', findWarnings: 'Có {count} chỗ nên xem lại:', toField: 'Đến chỗ đó', toFieldOf: 'Đến chỗ đó: {what}',
  },
  save: {
    changed: 'Đang viết…', saving: 'Đang lưu…', saved: 'Đã lưu lúc {at}', errors: 'Còn {count} chỗ phải sửa, xem ở đầu trang.', offline: 'Mất mạng. Bài viết đang giữ trong máy này và tự gửi khi có mạng. Đừng xóa dữ liệu trình duyệt.',
    'signed-out': 'Phiên đã hết. Bài viết đang giữ trong máy này. Anh chị đăng nhập lại để gửi tiếp.', refused: 'Máy chủ chưa nhận: {why} Bài viết vẫn giữ trong máy này.', unkept: 'Trình duyệt không còn chỗ giữ bài. Anh chị đừng đóng trang cho đến khi thấy chữ "Đã lưu".',
  },
  form: {
    inEnglish: '{field}, tiếng Anh', inVietnamese: 'Tiếng Việt', english: 'Tiếng Anh', notSaid: 'Không nói', noneIsAll: 'Không đánh dấu ô nào nghĩa là tất cả.', oneALine: 'Mỗi dòng một mục.', item: '{field} {number}', add: 'Thêm {field}',
    up: 'Lên', down: 'Xuống', remove: 'Bỏ', upWhat: 'Đưa lên: {what}', downWhat: 'Đưa xuống: {what}', removeWhat: 'Bỏ: {what}', undo: 'Lấy lại', removed: 'Đã bỏ một mục.', moved: 'Đã chuyển đến chỗ {number} trong {all}.', drag: 'Kéo để đổi chỗ',
  },
  editor: {
    ours: 'Xã nói khác', oursTitle: 'Phần riêng của xã ({count})', oursNone: 'Xã chưa nói khác chỗ nào. Chọn một mục ở dưới để sửa cho xã.', restTitle: 'Theo bài chung cả nước', restWhat: 'Các mục này tự đổi theo khi bài chung đổi.',
    change: 'Sửa cho xã: {field}', addWhat: 'Thêm cho xã: {field}', changeHere: 'Sửa cho xã', addHere: 'Thêm cho xã', useNational: 'Dùng lại bài chung', useNationalFor: 'Dùng lại bài chung: {field}', nationalSays: 'Bài chung viết', nationalSilent: 'Bài chung không nói mục này.', items: '{count} mục, bấm để xem',
  },
  picture: {
    hint: 'Ảnh JPEG, PNG hoặc WebP, không quá 12 MB. Máy chủ tự thu nhỏ và bỏ thông tin riêng trong ảnh.', now: 'Đang dùng: {file}', none: 'Chưa có ảnh.', sending: 'Đang gửi ảnh…', done: 'Đã nhận ảnh, {width} × {height} điểm.',
    altFirst: 'Anh chị viết lời tả ảnh ở ô trên trước, rồi chọn ảnh.', badKind: 'Tệp này không phải ảnh JPEG, PNG hay WebP. Anh chị chọn tệp khác.', tooLarge: 'Ảnh lớn quá 12 MB. Anh chị chọn ảnh nhỏ hơn.',
  },
  preview: {
    title: 'Xem trước', page: 'Trang', pages: { guide: 'Giấy tờ và lệ phí', case: 'Chọn trường hợp', steps: 'Các bước', qr: 'Mã quét' }, choose: 'Chọn kiểu xem', landscape: 'Màn hình ngang', portrait: 'Màn hình dọc', phone: 'Điện thoại', drawing: 'Máy chủ đang vẽ…', done: 'Vẽ theo bản đã lưu.', failed: 'Chưa vẽ được.', again: 'Vẽ lại', phoneTitle: 'Trang trên điện thoại',
    alt: { landscape: 'Màn hình ngang của bài "{title}"', portrait: 'Màn hình dọc của bài "{title}"' },
  },
  conflict: {
    title: 'Hai người cùng sửa một bài', what: '{who} đã lưu bài này trong lúc anh chị đang viết.', kept: 'Không mất gì: phần của anh chị vẫn ở đây. Chọn từng mục rồi lưu.', choose: '{count} mục cả hai người cùng sửa. Anh chị chọn bản nào:', none: 'Hai người sửa các mục khác nhau, nên ghép được cả hai.',
    theirs: 'Lấy của {who}', mine: 'Giữ của tôi', onlyTheirs: 'Mục chỉ người kia sửa, sẽ được lấy vào:', onlyMine: 'Mục chỉ anh chị sửa, sẽ được giữ:', save: 'Lưu bản đã chọn', somebody: 'Người khác',
  },
  difference: { title: 'Sẽ đổi gì', none: 'Không khác gì so với bản đang hiện.', field: 'Mục', before: 'Trước', after: 'Sau' },
  review: {
    by: 'Người soạn: {who}', next: 'Bước tiếp theo', decide: 'Anh chị đọc hết các thay đổi và xem trước, rồi chọn:', approve: 'Duyệt', askChanges: 'Yêu cầu sửa', askTitle: 'Yêu cầu sửa', askLabel: 'Cần sửa gì', askHint: 'Người soạn đọc đúng lời này.', askDo: 'Gửi yêu cầu', askMissing: 'Anh chị ghi cần sửa gì, để người soạn biết.',
    ownWaits: 'Đang chờ người khác duyệt. Người soạn không tự duyệt bài của mình.', othersDecide: 'Đang chờ người duyệt.', approvedNext: 'Bài đã duyệt. Bước cuối là ký để đăng lên màn hình.', toSigning: 'Chuẩn bị ký', schedule: 'Hẹn ngày đăng', scheduleWhat: 'Đến lúc hẹn, bài sẽ ở mục Việc cần làm để anh chị ký.', when: 'Đăng từ lúc', scheduleDo: 'Hẹn', scheduledFor: 'Đã hẹn đăng lúc {at}.',
    openSigning: 'Mở trang ký', removal: 'Đây là việc gỡ khỏi màn hình.',
    is: { draft: 'Người soạn đang viết, chưa gửi duyệt.', 'changes-asked': 'Đang chờ người soạn sửa lại.', signing: 'Bài đang chờ đủ chữ ký.', published: 'Bài này đang hiện trên màn hình.', superseded: 'Đã có bản mới hơn.', withdrawn: 'Bài đã gỡ, không còn trên màn hình.', discarded: 'Bản soạn này đã bỏ.' },
    withdraw: 'Rút lại', withdrawTitle: 'Rút bài này lại?', withdrawWords: 'Bài thôi chờ duyệt hoặc chờ ký. Màn hình không đổi.', withdrawDo: 'Rút lại', emergency: 'Đăng gấp, chưa duyệt. Lý do: {reason}',
  },
  sign: {
    heading: 'Ký và đăng', headingBelow: 'Chỉ những gì đủ chữ ký mới lên màn hình. Màn hình tự kiểm chữ ký.', waiting: 'Đang chờ chữ ký', noneWaits: 'Không có gì đang chờ ký.', approved: 'Đã duyệt, chưa đưa đi ký', noneApproved: 'Không có bài nào đã duyệt mà chưa ký.', chooseWhat: 'Chọn bài để ký cùng một lần', chooseOne: 'Anh chị chọn ít nhất một bài.', collect: 'Chuẩn bị ký',
    two: 'Hai người ký', twoWhat: 'Mỗi người ký trên máy của mình. Chìa khóa không rời khỏi trình duyệt.', row: 'Bản số {version}', rowEmergency: 'Lệnh khẩn số {version}', contains: 'Gồm có', title: 'Ký để đăng', below: 'Bản số {version}, dùng được đến {expires}', have: 'Đã có {have} trong {threshold} chữ ký', by: '{who}, lúc {at}', waits: 'Chữ ký thứ {number}: đang chờ',
    do: 'Ký bằng chìa khóa của tôi', next: 'Bấm nút dưới đây. Một cửa sổ riêng mở ra, cho xem hết những gì sẽ đổi rồi mới ký.', mine: 'Anh chị đã ký. Đang chờ người khác ký; trang này tự cập nhật.', drop: 'Bỏ đợt ký này', dropTitle: 'Bỏ đợt ký này?', dropWords: 'Các bài quay về trạng thái đã duyệt. Chữ ký đã có không dùng nữa.', dropDo: 'Bỏ đợt ký',
    published: 'Đã đăng. Đủ chữ ký.', publishedNext: 'Màn hình ở các nhà văn hóa nhận trong khoảng một phút, nếu có mạng.', toList: 'Về danh sách bài', conflict: 'Trong lúc chờ ký, một bản khác đã được đăng trước.', conflictNext: 'Bài vẫn còn. Anh chị về trang "Ký và đăng" và chuẩn bị ký lại.', dropped: 'Đợt ký này đã bỏ.', toAll: 'Về Ký và đăng', files: '{count} tệp sẽ đổi', file: '{path}', removed: 'Bỏ đi: {path}',
  },
  signer: {
    blocked: 'Trình duyệt đã chặn cửa sổ ký. Anh chị cho phép trang này mở cửa sổ (biểu tượng ở thanh địa chỉ), rồi bấm lại.', closed: 'Cửa sổ ký đã đóng mà chưa xong. Anh chị bấm lại khi sẵn sàng.', declined: 'Cửa sổ ký báo chưa làm gì. Anh chị bấm lại khi sẵn sàng.', none: 'Máy chủ chưa có trang ký. Anh chị báo quản trị.',
  },
  key: {
    title: 'Chìa khóa của tôi', below: 'Chìa khóa nằm trong trình duyệt của máy này và không gửi đi đâu. Mất máy hay xóa trình duyệt là mất chìa khóa.', welcome: 'Anh chị đã vào được. Nếu anh chị là người ký, tạo chìa khóa cho máy này ngay bây giờ.', mine: 'Các chìa khóa', none: 'Anh chị chưa có chìa khóa nào.', make: 'Tạo chìa khóa trên máy này', another: 'Tạo thêm chìa khóa',
    state: { enrolled: 'Chờ quản trị duyệt', approved: 'Chờ tỉnh giao quyền', delegated: 'Ký được', revoked: 'Đã thôi dùng' },
    next: { enrolled: 'Anh chị đọc số hiệu dưới đây cho quản trị của xã (gặp mặt hoặc gọi điện). Người đó so số rồi duyệt.', approved: 'Quản trị đã duyệt. Tỉnh sẽ giao quyền ký cho chìa khóa này; thường mất một ngày.', delegated: 'Chìa khóa này ký được. Khi có bài chờ ký, trang Việc cần làm sẽ báo.', revoked: 'Chìa khóa này không ký được nữa.' },
    stillDelegated: 'Tỉnh chưa gỡ chìa khóa này; màn hình còn nhận chữ ký của nó cho đến khi tỉnh cập nhật.', giveUp: 'Thôi dùng chìa khóa này', giveUpWords: 'Khi đổi máy, hay ngờ người khác đã dùng được chìa khóa.', giveUpDo: 'Thôi dùng', signerTitle: 'Trang ký có đúng không', signerWhat: 'Mã băm của trang ký đang chạy. Ai muốn kiểm thì so với mã do tỉnh công bố.',
    number: 'Số hiệu: {id}', since: 'từ {at}', lostTitle: 'Mất chìa khóa, đổi máy, thôi việc', lost1: 'Máy hỏng, mất, hay trình duyệt đã bị xóa: báo quản trị của xã ngay để họ bỏ chìa khóa cũ.', lost2: 'Trên máy mới, đăng nhập rồi bấm "Tạo chìa khóa". Quản trị duyệt, tỉnh giao quyền lại.', lost3: 'Trong lúc chờ, người khác trong xã vẫn ký được: mỗi xã có nhiều chìa khóa hơn số cần để ký.',
    password: 'Đổi mật khẩu', oldPassword: 'Mật khẩu đang dùng', newPassword: 'Mật khẩu mới', passwordDo: 'Đổi mật khẩu', passwordDone: 'Đã đổi mật khẩu.',
  },
  people: {
    title: 'Người dùng và chìa khóa', below: 'Ai được soạn, duyệt, ký cho xã.', keys: 'Chìa khóa ký', keysWhat: 'Trước khi duyệt, hỏi người đó số hiệu trên máy của họ và so từng số. Như vậy mới chắc chìa khóa là của họ.', noKeys: 'Chưa ai tạo chìa khóa.', key: 'Chìa khóa', ownKey: 'Của anh chị: người khác duyệt',
    approveDo: 'Duyệt', approveTitle: 'Duyệt chìa khóa "{label}" của {who}?', approveWords: 'Số hiệu: {id}. Chỉ duyệt khi {who} đã tự đọc đúng số này cho anh chị.', revokeDo: 'Bỏ', revokeTitle: 'Bỏ chìa khóa "{label}" của {who}?', revokeWords: 'Chìa khóa sẽ không ký được nữa khi tỉnh cập nhật. Không lấy lại được; người đó phải tạo chìa khóa khác.',
    all: 'Người dùng', who: 'Người', does: 'Việc', state: 'Tình trạng', action: 'Làm gì', active: 'Đang dùng', disabled: 'Đã khóa', you: 'Là anh chị', enable: 'Mở lại', disable: 'Khóa', enableWho: 'Mở lại cho {who}', disableWho: 'Khóa {who}', disableTitle: 'Khóa {who}?', disableWords: 'Người này bị thoát ngay và không đăng nhập được. Bài họ soạn vẫn còn. Chìa khóa của họ cũng bị bỏ.', disableDo: 'Khóa', renewDo: 'Mật khẩu mới', renewWho: 'Mật khẩu mới cho {who}', renewTitle: 'Tạo địa chỉ đổi mật khẩu cho {who}?', renewWords: 'Người đó mở địa chỉ và tự chọn mật khẩu mới. Mật khẩu cũ vẫn dùng được cho đến lúc đó.',
    inviteTitle: 'Mời người mới', name: 'Họ và tên', nameHint: 'Tên này hiện ở mọi bài người đó làm.', commune: 'Mã xã', roles: 'Người này làm gì', invite: 'Tạo lời mời', missing: 'Anh chị ghi họ tên và chọn ít nhất một việc.', invited: 'Đã tạo lời mời. Địa chỉ dưới đây chỉ hiện một lần.', link: 'Địa chỉ mời', linkHint: 'Gửi cho đúng người đó, đừng đăng lên nhóm. Dùng được một lần, đến hết ngày {day}.', copy: 'Chép địa chỉ', copied: 'Đã chép.',
    delegation: 'Giao quyền ký cho xã', delegationWhat: 'Tải tệp các chìa khóa đã duyệt của một xã, mang sang máy giữ chìa khóa của tỉnh, chạy lệnh conglang delegate.', delegationDo: 'Tải tệp',
  },
  kiosk: {
    title: 'Màn hình ở thôn', allWell: 'Mọi màn hình đều ổn.', ill: '{count} màn hình cần xem', search: 'Tìm theo tên, nhà văn hóa', how: 'Tình trạng', count: 'Đang thấy {shown} trong {all} màn hình.', none: 'Không có màn hình nào khớp.', noneYet: 'Chưa có màn hình nào. Thêm màn hình đầu tiên ở dưới.', name: 'Màn hình', lastReport: 'Báo về lần cuối', version: 'Cập nhật lần cuối', ask: 'Nhắc máy', never: 'Chưa có',
    state: { well: 'Ổn', silent: 'Không trả lời', stale: 'Nội dung cũ', disk: 'Sắp đầy ổ đĩa', crashing: 'Hay tự khởi động lại', setAside: 'Có nội dung bị để riêng', waiting: 'Chờ nhận', retired: 'Thôi dùng' },
    sync: 'Cập nhật ngay', restart: 'Khởi động lại', syncOf: 'Cập nhật ngay: {name}', restartOf: 'Khởi động lại: {name}', asked: { sync: 'Đã nhắc {name} cập nhật. Máy làm theo ở lần hỏi tới, trong vài phút.', restart: 'Đã nhắc {name} khởi động lại. Máy đợi người đang dùng xong rồi làm.' },
    restartTitle: 'Khởi động lại {name}?', restartWords: 'Máy đợi người đang dùng xong, rồi tắt khoảng một phút.', claimTitle: 'Thêm màn hình', claimWhat: 'Ở màn hình mới, mở mục "Dành cho cán bộ". Máy hiện một mã nhận. Ghi mã vào đây.', claimCode: 'Mã nhận', claimCodeHint: 'Như trên màn hình, ví dụ: K7QM-2F4T', claimName: 'Tên màn hình', claimPlace: 'Nhà văn hóa', choosePlace: 'Chọn nhà văn hóa', claimPlaceHint: 'Màn hình đặt ở đâu', claimDo: 'Nhận màn hình', claimMissing: 'Anh chị ghi đủ cả ba ô.',
    toList: 'Về danh sách màn hình', history: 'Gần đây', noHistory: 'Chưa có báo cáo nào.', when: 'Lúc', what: 'Việc', retire: 'Thôi dùng màn hình này', retireTitle: 'Thôi dùng {name}?', retireWords: 'Máy không báo về được nữa, và không còn trong danh sách cần xem. Nội dung trên máy vẫn hiện.',
    alarmOver: '{what} (đã hết lúc {until})', askOpen: 'Đã nhắc: {what}, máy chưa làm', askDone: 'Đã nhắc: {what}, máy làm lúc {at}', report: { health: 'Máy báo tình trạng', usage: 'Máy gửi lượt dùng', error: 'Máy báo lỗi', ratings: 'Máy gửi đánh giá', sync: 'Máy báo đã cập nhật' },
    fact: { place: 'Nhà văn hóa', commune: 'Mã xã', version: 'Bản phần mềm', lastSync: 'Cập nhật lần cuối', lastReport: 'Báo về lần cuối', claimedAt: 'Nhận vào lúc', retiredAt: 'Thôi dùng lúc', clockSkewSeconds: 'Đồng hồ lệch (giây)' },
  },
  usage: {
    title: 'Lượt dùng', below: 'Chỉ đếm số lần. Không ghi ai đã dùng.', from: 'Từ ngày', to: 'Đến hết ngày', show: 'Xem', badRange: 'Ngày bắt đầu phải trước ngày kết thúc.', allViews: 'lượt xem bài', allCodes: 'lần hiện mã quét', allMisses: 'lần tìm không ra', byDay: 'Theo ngày', byDayWhat: 'Lượt xem bài mỗi ngày', asTable: 'Xem thành bảng', byProcedure: 'Theo thủ tục', byPlace: 'Theo nhà văn hóa', misses: 'Tìm không ra', missesWhat: 'Bà con tìm mà chưa có bài. Nên viết thêm từ tìm kiếm hoặc bài mới.', noMisses: 'Không có lần tìm nào không ra.', nothing: 'Chưa có số liệu trong khoảng này.',
    procedure: 'Thủ tục', place: 'Nhà văn hóa', views: 'Lượt xem', codes: 'Mã quét', good: 'Đánh giá', ratings: '{good} hài lòng, {bad} chưa', unrated: 'Chưa ai đánh giá', words: 'Từ đã tìm', times: 'Số lần', day: 'Ngày', csv: 'Tải bảng số liệu (CSV)', pdf: 'Tải báo cáo tháng (PDF)',
  },
  audit: {
    title: 'Nhật ký', below: 'Ai làm gì, lúc nào. Chỉ thêm, không sửa, không xóa.', when: 'Lúc', who: 'Người', what: 'Việc', about: 'Về', system: 'Máy chủ', none: 'Chưa có gì.', older: 'Xem cũ hơn', end: 'Đã hết.',
    did: {
      'sign-in': 'Đăng nhập', 'sign-in-refused': 'Đăng nhập không được', 'sign-out': 'Thoát', 'account-create': 'Nhận lời mời', 'account-invite': 'Mời người', 'account-disable': 'Khóa người dùng', 'account-enable': 'Mở lại người dùng', 'account-roles': 'Đổi việc của người dùng', 'password-change': 'Đổi mật khẩu', 'password-link': 'Tạo địa chỉ đổi mật khẩu', 'password-renew': 'Đặt lại mật khẩu', 'key-enrol': 'Tạo chìa khóa', 'key-approve': 'Duyệt chìa khóa', 'key-revoke': 'Bỏ chìa khóa',
      'draft-create': 'Bắt đầu soạn', 'draft-save': 'Lưu bản soạn', 'draft-submit': 'Gửi duyệt', 'draft-take-back': 'Rút lại', 'draft-ask-changes': 'Yêu cầu sửa', 'draft-approve': 'Duyệt', 'draft-schedule': 'Hẹn ngày đăng', 'draft-publish-now': 'Đăng ngay, chưa duyệt', 'draft-discard': 'Bỏ bản soạn', 'draft-propose': 'Đưa đi ký', 'picture-add': 'Gửi ảnh', 'proposal-make': 'Tạo đợt ký', 'proposal-sign': 'Ký', 'proposal-publish': 'Đăng lên màn hình', 'proposal-drop': 'Bỏ đợt ký', 'kiosk-claim': 'Nhận màn hình', 'kiosk-retire': 'Thôi dùng màn hình', 'kiosk-ask-sync': 'Nhắc màn hình cập nhật', 'kiosk-ask-restart': 'Nhắc màn hình khởi động lại',
    },
  },
  emergency: {
    heading: 'Khi khẩn cấp', open: 'Che hoặc thay mọi màn hình', what: 'Dùng khi nội dung trên màn hình gây hại, hoặc có việc khẩn. Lệnh phải được những người giữ chìa khóa khẩn ký.', which: 'Làm gì', kind: { blank: 'Che mọi màn hình', replace: 'Hiện một lời khẩn', lift: 'Bỏ lệnh khẩn, mở lại' }, title: 'Dòng lớn', words: 'Lời', missing: 'Anh chị viết cả dòng lớn và lời.', do: 'Chuẩn bị ký lệnh',
  },
  field: {
    title: 'Tên', shortTitle: 'Tên ngắn', officialName: 'Tên chính thức', name: 'Tên', description: 'Mô tả', summary: 'Tóm tắt', body: 'Nội dung', audience: 'Ai được nộp', requirements: 'Điều kiện', caseQuestion: 'Câu hỏi chọn trường hợp', caseHint: 'Gợi ý dưới câu hỏi', cases: 'Trường hợp', label: 'Tên gọi', note: 'Ghi chú', notes: 'Lưu ý', evidence: 'Giấy tờ', steps: 'Các bước', costs: 'Lệ phí', processingTimes: 'Bao lâu có kết quả', channels: 'Nơi nộp', outputs: 'Nhận được gì', forms: 'Mẫu tờ khai', legalResources: 'Căn cứ pháp lý', codes: 'Mã thủ tục', code: 'Mã', role: 'Vai trò của mã', competentAuthority: 'Cơ quan giải quyết', searchTerms: 'Từ tìm kiếm (ẩn)', comingChanges: 'Thay đổi sắp tới', links: 'Địa chỉ quét mã', link: 'Địa chỉ quét mã', url: 'Địa chỉ web', template: 'Mẫu địa chỉ',
    lifeEvents: 'Chủ đề', checkedOn: 'Ngày đối chiếu', reviewBy: 'Hạn xem lại', validFrom: 'Có hiệu lực từ', validUntil: 'Có hiệu lực đến', changeNote: 'Lời báo thay đổi', status: 'Tình trạng', replacedBy: 'Bài thay thế', hours: 'Giờ làm việc', kind: 'Loại', onlyIf: 'Chỉ khi', originals: 'Số bản chính', copies: 'Số bản sao', handling: 'Nộp hay chỉ đưa xem', exemptions: 'Ai được miễn, giảm', amountVnd: 'Số tiền (đồng)', answer: 'Trả lời ngắn', text: 'Lời', number: 'Số văn bản', from: 'Từ ngày', until: 'Đến hết ngày', urgency: 'Mức khẩn', places: 'Hiện ở nhà văn hóa nào', publicContacts: 'Số điện thoại công khai', contacts: 'Số liên hệ', contact: 'Liên hệ', phone: 'Điện thoại', about: 'Gọi về việc gì', commune: 'Xã', village: 'Thôn', address: 'Địa chỉ',
    wifi: 'Wi-Fi cho bà con', ssid: 'Tên mạng', password: 'Mật khẩu Wi-Fi', zaloGroups: 'Nhóm Zalo', pictures: 'Ảnh', file: 'Tệp ảnh', alt: 'Lời tả ảnh', panorama: 'Ảnh toàn cảnh', producer: 'Người làm', price: 'Giá', payment: 'Tài khoản nhận tiền', bank: 'Mã ngân hàng', account: 'Số tài khoản', holder: 'Chủ tài khoản', provenance: 'Nguồn', confidence: 'Tin được đến đâu', source: 'Văn bản hoặc nơi lấy', publisher: 'Nơi ban hành', publishedOn: 'Ngày ban hành', capturedOn: 'Ngày đọc nguồn', sample: 'Dữ liệu mẫu', id: 'Mã riêng', vi: 'Tiếng Việt', en: 'Tiếng Anh', icon: 'Biểu tượng', type: 'Loại tệp',
  },
  hint: {
    title: 'Ngắn, như bà con nói. Ví dụ: Làm giấy khai sinh cho con', alt: 'Cho người không nhìn thấy ảnh: trong ảnh có gì.', handling: 'Nộp: cán bộ giữ lại. Đưa xem: mang về.', onlyIf: 'Câu hỏi; giấy này chỉ hiện khi bấm vào. Ví dụ: Nhờ người khác đi làm thay?', amountVnd: 'Chỉ ghi số, ví dụ 5000. Để trống nếu không có một mức.', reviewBy: 'Quá ngày này, màn hình nhắc bà con hỏi xã trước.', searchTerms: 'Những chữ bà con hay dùng khi tìm.', from: 'Ngày đầu tiên hiện.', until: 'Ngày cuối cùng còn hiện.', body: 'Mỗi đoạn một ô.', password: 'Để trống nếu mạng không có mật khẩu.', bank: 'Sáu chữ số theo Napas.',
  },
  option: {
    confidence: { verified: 'Đã đối chiếu', recalled: 'Nhớ lại, chưa đối chiếu', uncertain: 'Chưa chắc' }, handling: { submit: 'Nộp', show: 'Chỉ đưa xem' }, role: { current: 'Đang dùng', related: 'Liên quan', replaced: 'Đã thay' }, status: { 'in-force': 'Đang áp dụng', expired: 'Hết hiệu lực', replaced: 'Đã có bài thay', withdrawn: 'Đã rút' }, urgency: { normal: 'Thường', important: 'Quan trọng', emergency: 'Khẩn' },
    kind: { counter: 'Tại quầy', online: 'Trên mạng', police: 'Công an', post: 'Bưu điện', 'at-home': 'Tại nhà', other: 'Khác', 'village-head': 'Trưởng thôn', 'digital-team': 'Tổ công nghệ số', commune: 'Ủy ban xã', emergency: 'Khẩn cấp', hotline: 'Tổng đài' },
  },
};
