/** Words that TikTok's pages print around a creator's own words, by language; compared without case. */

/** What stands in place of an empty bio. */
export const NO_BIO = [
  "No bio yet", "No bio yet.", "Aún no hay descripción corta", "Aún no hay biografía", "Todavía no hay descripción corta", "Sin biografía", "Todavía no hay biografía", "Aucune bio pour le moment",
  "Aucune bio", "Pas encore de bio", "Noch keine Bio", "Noch keine Biografie", "Ainda sem biografia", "Sem biografia ainda", "Nenhuma bio ainda", "Ancora nessuna biografia",
  "Ancora nessuna bio", "Nessuna biografia", "Nog geen bio", "Brak biografii", "Jeszcze brak biogramu", "Пока нет описания", "Нет описания", "Пока нет информации о себе", "Ще немає біографії", "Henüz biyografi yok", "Henüz biyografi eklenmemiş",
  "Belum ada bio", "Belum ada biodata", "Chưa có tiểu sử", "ยังไม่มีประวัติ", "自己紹介はまだありません", "自己紹介文がありません", "まだ自己紹介がありません", "아직 자기소개가 없습니다.", "아직 자기소개가 없습니다", "소개글이 없습니다", "暂无简介", "還沒有簡介", "還沒有個人簡介", "尚無個人簡介", "لا يوجد سيرة ذاتية حتى الآن", "لا توجد سيرة ذاتية بعد",
  "لا توجد سيرة ذاتية حتى الآن", "अभी तक कोई बायो नहीं", "Ingen bio än", "Ingen bio ennå", "Ingen bio endnu", "Ei vielä biota", "Zatím žádné bio", "Zatiaľ žiadne bio", "Még nincs bemutatkozás", "Nicio biografie încă", "Δεν υπάρχει ακόμη βιογραφικό", "אין ביוגרפיה עדיין", "Belum ada bio lagi", "Wala pang bio",
];

/** How a picture's text goes on after the caption; NAME stands for the display name. */
export const CREATED_BY = [
  " created by NAME with ", " creado por NAME con ", " créé par NAME avec ", " erstellt von NAME mit ", " criado por NAME com ", " creato da NAME con ", " gemaakt door NAME met ",
  " utworzone przez NAME z ", " создано NAME с ", " NAME tarafından ", " dibuat oleh NAME dengan ", " skapad av NAME med ",
];
