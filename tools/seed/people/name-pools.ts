/** Given and family names of one culture. `a|b`: as written there, and in Latin letters for an e-mail address; without `|`, both are the same. */
interface NamePool {
  /** Family name first, with what stands between the two. */
  familyFirst?: string;
  given: readonly string[];
  family: readonly string[];
}

const list = (names: string): string[] => names.split(' ').map((name) => name.replaceAll('_', ' '));

/** Names as common as people's own are, so that search, sorting, layout and addresses meet all of them. */
export const NAME_POOLS = {
  english: {
    given: list('Olivia Amelia George Noah Grace Henry Isla Theo Ruby Arthur Maeve Callum Zoë Chloé Ethan Harper Logan Abigail Jordan Taylor Imani Malik Priscilla Desmond'),
    family: list("Smith Taylor Walker O'Brien McAllister Hughes Wright Johnson Robinson Bennett St_John Fitzgerald Okonkwo Washington Reyes-Carter Van_Dyke Whitfield Abernathy Lowe Quigley"),
  },
  german: {
    given: list('Jürgen Anna Lukas Käthe Björn Sophie Maximilian Jörg Frieda Matthias Zoë Günther Lena Emil Clara Johannes Ute Rüdiger'),
    family: list('Müller Weiß Schröder Köhler Groß Bäumer Fischer Wagner Jäger Schäfer von_Stein Hoffmann Krüger Vogel Lübbers Strauß Zimmermann'),
  },
  french: {
    given: list('Élodie Hélène François Chloé Jean-Luc Noémie Théo Anaïs Gaël Margaux Benoît Inès Loïc Sébastien Maëlle Aurélie'),
    family: list("Lefèvre Dubois Moreau Girard Bœuf Lemaître d'Arcy Béranger Châtelain Fournier Gonçalves Rousseau Garçon Renaud"),
  },
  nordic: {
    given: list('Åsa Björk Søren Øyvind Linnéa Eero Päivi Astrid Jørgen Håkon Ylva Mårten Sigríður Þór Aino Freja'),
    family: list('Åkerström Lindqvist Sørensen Ødegård Virtanen Mäkelä Nygård Björnsdóttir Þorsteinsson Hämäläinen Kjær Sjöberg Bergström Holm'),
  },
  iberian: {
    given: list('José María Íñigo Lucía João Conceição Núria Andrés Sofía Álvaro Inês Thiago Valentina Joaquín Beatriz Mateus'),
    family: list('García_Márquez Muñoz Peña Gonçalves Ibáñez Araújo Fernández Rodríguez Assunção Núñez Castaño Magalhães Del_Río Quiñones Sánchez'),
  },
  slavicLatin: {
    given: list('Łukasz Małgorzata Jiří Žaneta Šimon Zdeněk Agnieszka Czesław Hana Ondřej Dušan Željka Wiesława Krzysztof'),
    family: list('Wiśniewski Dvořák Novák Kowalczyk Černý Łuczak Żółkiewski Horváth Šťastný Kučera Jabłoński Živković Gałązka'),
  },
  turkish: {
    given: list('Ayşe Mehmet Çağla Ömer Işıl İbrahim Gülşen Uğur Şebnem Kağan Elif Özgür'),
    family: list('Yılmaz Çelik Öztürk Şahin Güneş Aydın Koç Erdoğdu İnan Kılıç Doğan'),
  },
  vietnamese: {
    familyFirst: ' ',
    given: list('Thị_Hương Văn_Đức Minh_Châu Quốc_Bảo Thùy_Linh Hữu_Phước Ngọc_Ánh Anh_Tuấn Bích_Ngọc Đình_Khôi Khánh_Vy'),
    family: list('Nguyễn Trần Lê Phạm Hoàng Đặng Vũ Bùi Đỗ Ngô'),
  },
  chinese: {
    familyFirst: '',
    given: list('婷|ting 伟|wei 秀英|xiuying 子涵|zihan 建国|jianguo 雨桐|yutong 浩然|haoran 欣怡|xinyi 志强|zhiqiang 梓萱|zixuan 俊杰|junjie 晓燕|xiaoyan 明|ming 丽|li 思远|siyuan 海燕|haiyan 佳琪|jiaqi 博文|bowen 雪|xue 文静|wenjing'),
    family: list('王|wang 李|li 张|zhang 刘|liu 陈|chen 杨|yang 赵|zhao 黄|huang 周|zhou 吴|wu 徐|xu 孙|sun 欧阳|ouyang 司马|sima 郑|zheng 谢|xie 吕|lyu 龚|gong'),
  },
  chineseTraditional: {
    familyFirst: '',
    given: list('淑芬|shufen 家豪|jiahao 雅婷|yating 冠宇|guanyu 怡君|yijun 詠琪|wingki 子軒|tszhin 嘉欣|kayan'),
    family: list('陳|chen 林|lin 黃|wong 張|cheung 劉|lau 葉|yip 鄭|cheng 羅|lo 歐陽|auyeung'),
  },
  japanese: {
    familyFirst: ' ',
    given: list('陽翔|haruto 結衣|yui 蓮|ren 美咲|misaki さくら|sakura 大輔|daisuke 直美|naomi ひろし|hiroshi 恵|megumi 健太|kenta 千尋|chihiro 湊|minato'),
    family: list('佐藤|sato 鈴木|suzuki 高橋|takahashi 渡邊|watanabe 小林|kobayashi 齋藤|saito 山口|yamaguchi 松本|matsumoto 長谷川|hasegawa 髙木|takagi'),
  },
  korean: {
    familyFirst: '',
    given: list('서연|seoyeon 민준|minjun 지우|jiwoo 하은|haeun 도윤|doyun 수빈|subin 현우|hyunwoo 예진|yejin 성민|sungmin 은지|eunji'),
    family: list('김|kim 이|lee 박|park 최|choi 정|jung 강|kang 조|cho 윤|yoon 남궁|namgung'),
  },
  cyrillic: {
    given: list('Олена|olena Дмитро|dmytro Надія|nadiia Іван|ivan Мария|maria Георги|georgi Цветелина|tsvetelina Сергій|serhii Юлія|yuliia Борис|boris Ганна|hanna Петър|petar'),
    family: list('Шевченко|shevchenko Коваленко|kovalenko Бондар|bondar Димитрова|dimitrova Иванов|ivanov Ткачук|tkachuk Стоянов|stoyanov Мельник|melnyk Гончар|honchar Ћосић|cosic'),
  },
  greek: {
    given: list('Γιώργος|giorgos Ελένη|eleni Νίκος|nikos Κατερίνα|katerina Δημήτρης|dimitris Χρυσούλα|chrysoula Σπύρος|spyros Άννα|anna'),
    family: list('Παπαδόπουλος|papadopoulos Γεωργίου|georgiou Οικονόμου|oikonomou Βασιλείου|vasileiou Κωνσταντίνου|konstantinou Ψαράς|psaras'),
  },
  arabic: {
    given: list('محمد|mohamed فاطمة|fatima عائشة|aisha يوسف|yusuf ليلى|layla خالد|khaled نور|nour عمر|omar مريم|mariam طارق|tarek'),
    family: list('الحسيني|alhusseini المصري|elmasry عبد_الرحمن|abdelrahman حدّاد|haddad منصور|mansour الشريف|elsherif بن_سعيد|binsaid قاسم|qasim'),
  },
  hebrew: {
    given: list('נועה|noa איתי|itay תמר|tamar יוסף|yosef שירה|shira אורי|uri מיכל|michal דוד|david'),
    family: list('כהן|cohen לוי|levi מזרחי|mizrahi פרידמן|friedman בן־דוד|bendavid אברהם|avraham שפירא|shapira'),
  },
  devanagari: {
    given: list('आरव|aarav प्रिया|priya अनन्या|ananya विक्रम|vikram दीपिका|deepika रोहन|rohan सुनीता|sunita अर्जुन|arjun कविता|kavita संजय|sanjay'),
    family: list('शर्मा|sharma पटेल|patel सिंह|singh वर्मा|verma देशपांडे|deshpande गुप्ता|gupta यादव|yadav मिश्रा|mishra राव|rao श्रेष्ठ|shrestha'),
  },
  thai: {
    given: list('สมชาย|somchai กนกวรรณ|kanokwan ณัฐพล|nattapol พรทิพย์|porntip ศิริพร|siriporn ธนากร|thanakorn อรุณี|arunee'),
    family: list('สุขสวัสดิ์|suksawat แก้วมณี|kaewmanee ทองดี|thongdee ศรีสุวรรณ|srisuwan วงศ์ใหญ่|wongyai พงษ์พานิช|pongpanich'),
  },
} satisfies Record<string, NamePool>;

export type PoolName = keyof typeof NAME_POOLS;

/** A person's full name as written at home, and its parts in plain lower-case ASCII. */
export interface FullName {
  name: string;
  ascii: { given: string; family: string };
}

/** Puts a name of a pool together. */
export function composeName(pool: PoolName, given: string, family: string): FullName {
  const { familyFirst } = NAME_POOLS[pool] as NamePool;
  const [givenNative = '', givenLatin = givenNative] = given.split('|');
  const [familyNative = '', familyLatin = familyNative] = family.split('|');
  return {
    name: familyFirst === undefined ? `${givenNative} ${familyNative}` : `${familyNative}${familyFirst}${givenNative}`,
    ascii: { given: toAscii(givenLatin), family: toAscii(familyLatin) },
  };
}

const WITHOUT_DECOMPOSITION: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', þ: 'th', ð: 'd', ı: 'i' };

function toAscii(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[ßøæœłđþðı]/g, (letter) => WITHOUT_DECOMPOSITION[letter] ?? '')
    .replaceAll(/[^a-z-]/g, '');
}
