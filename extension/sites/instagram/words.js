/** Words that Instagram's pages print around an account's own words, in the languages of its interface. */

/** What a count counts, in lower case. A word under two names would be open, so none is. */
export const LABELS = {
  followers: [
    "followers", "follower", "seguidores", "seguidor", "seguidoras", "abonnés", "abonné", "abonnenten", "abonnent", "seguaci", "volgers", "volger", "obserwujących", "obserwujący", "obserwujące", "obserwatorów", "подписчиков", "подписчика", "подписчик", "подписчики", "підписників", "читачі", "читачів", "стежать", "takipçi", "pengikut", "người theo dõi", "ผู้ติดตาม", "フォロワー", "팔로워", "粉丝", "位粉丝", "粉絲", "位粉絲", "关注者", "متابع", "متابعين", "متابعًا", "متابعون", "متابعاً", "عدد المتابعين", "دنبال‌کننده", "دنبال کننده", "फ़ॉलोअर", "फ़ॉलोअर्स", "फॉलोअर", "फॉलोअर्स", "följare", "følgere", "følger", "seuraajaa", "seuraaja", "sledujících", "sledující", "sledovateľov", "sledovatelia", "követő", "urmăritori", "de urmăritori", "urmăritor", "ακόλουθοι", "ακόλουθος", "עוקבים", "последователи", "последователя", "pratitelja", "pratilaca", "mga tagasunod", "tagasunod", "অনুসারী", "ফলোয়ার",
  ],
  following: [
    "following", "seguidos", "seguido", "seguindo", "a seguir", "siguiendo", "abonnements", "abonnement", "suivis", "suivi(e)s", "suivi", "gefolgt", "folgt", "seguiti", "profili seguiti", "seguite", "volgend", "obserwowanych", "obserwowani", "obserwowane", "подписок", "подписки", "подписка", "відстежуються", "стежить", "takip", "takip ediliyor", "takip edilen", "diikuti", "mengikuti", "đang theo dõi", "กำลังติดตาม", "フォロー中", "팔로잉", "팔로우", "关注", "正在关注", "追蹤中", "追蹤名單", "يتابع", "أتابع", "متابَعون", "عدد المتابَعين", "دنبال‌شونده", "फ़ॉलो कर रहे हैं", "फ़ॉलोइंग", "फॉलो करत आहे", "följer", "profiler følges", "seurattavaa", "seurannassa", "sleduje", "sledovaných", "sledovaní", "követés", "követett", "urmăriri", "de urmăriri", "ακολουθεί", "ακολουθούν", "במעקב", "נעקבים", "последвани", "praćenja", "sinusundan",
  ],
  posts: [
    "posts", "post", "publicaciones", "publicación", "publicações", "publicação", "publications", "publication", "beiträge", "beitrag", "berichten", "bericht", "postów", "posty", "публикаций", "публикации", "публикация", "дописів", "дописи", "допис", "gönderi", "postingan", "kiriman", "bài viết", "โพสต์", "投稿", "投稿件", "게시물", "帖子", "篇帖子", "貼文", "則貼文", "منشور", "منشورات", "منشورًا", "عدد المنشورات", "پست", "पोस्ट", "inlägg", "innlegg", "opslag", "julkaisua", "julkaisu", "příspěvků", "příspěvky", "příspěvek", "príspevkov", "príspevky", "bejegyzés", "postări", "de postări", "postare", "δημοσιεύσεις", "δημοσίευση", "פוסטים", "публикувани", "objava", "objave", "mga post", "পোস্ট",
  ],
};

export const VERIFIED = /^(verified|verificad[oa]|vérifié|verifiziert|verificato|geverifieerd|zweryfikowan[ey]|подтвержден\w*|підтверджено|doğrulanmış|terverifikasi|đã xác minh|ยืนยันแล้ว|認証済み|인증됨|已验证|已驗證|حساب موثّق|تم التحقق|verifierad|verifisert|bekræftet|vahvistettu|ověřeno|overené|hitelesített|verificat|επαληθευμένο|מאומת|सत्यापित)$/i;

export const PRIVATE = /^(this account is private|this profile is private|esta cuenta es privada|esta conta é (privada|particular)|ce compte est privé|dieses konto ist privat|questo account è privato|questo profilo è privato|dit account is privé|to konto jest prywatne|это закрытый аккаунт|bu hesap gizli|akun ini (bersifat )?(privat|pribadi)|このアカウントは非公開です|비공개 계정입니다|此帐户为私密帐户|這是私人帳號|هذا الحساب خاص|det här kontot är privat|denne kontoen er privat|denne konto er privat|यह अकाउंट प्राइवेट है)\.?$/i;

/** How a picture's own description begins where the post has no caption to show. */
export const DESCRIBED = /^(photo|video|image|reel|carousel|clip|foto|imagen|imagem|bild|afbeelding|zdjęcie|film|фото|видео|fotoğraf|immagine|写真|사진|圖片|照片)s?( shared)?( by| de| di| von| van| autorstwa| от| от пользователя|:|が|님)? .*(\d{4}|\d{1,2}[./]\d{1,2})|may be (an? )?(image|graphic|cartoon|doodle|art|meme|close-up|text|selfie|illustration|black)|no photo description available|(kann|könnte) .* (bild|enthalten|sein)|puede ser (una )?|pode ser (uma )?|peut être (une )?|potrebbe essere|kan een afbeelding/i;
