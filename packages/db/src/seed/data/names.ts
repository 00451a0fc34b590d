import type { NameSeed } from './types.ts';

/**
 * Name pools, one per naming tradition: women's and men's given names, and family names in the form
 * each takes (`Kovářová` and `Kovář`). In the pools of other scripts an entry is `own|Latin`.
 */
type Pool = {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly familyOfWomen: readonly string[];
  readonly familyOfMen: readonly string[];
};

const pool = (women: string, men: string, familyOfWomen: string, familyOfMen = familyOfWomen): Pool => ({
  women: women.split(' '),
  men: men.split(' '),
  familyOfWomen: familyOfWomen.split(' '),
  familyOfMen: familyOfMen.split(' '),
});

const pools = {
  finnic: pool(
    'Aino Sirje Kaisa Liisi Päivi Triin Hilja',
    'Tõnis Eero Väinö Märt Ilmari Juhan Olavi',
    'Mäkiranta Põldmaa Koskenniemi Õunapuu Lähteenmäki Säär Kivijärvi',
  ),
  nordic: pool(
    'Solveig Åse Kjersti Märta Sørine Ingeborg Gry',
    'Håkon Øystein Göran Søren Bjørnar Åke Torbjörn',
    'Tveitå Sjögren Østergård Lindqvall Nørgaard Fossbråten Ekvallen',
  ),
  isles: pool(
    'Þóra Guðrún Ásdís Sæunn Hrafnhildur Þórunn Björg',
    'Þorsteinn Ásgeir Sigurður Kjartan Hálfdán Örn Þorgeir',
    'Þorvaldsdóttir Ásbjörnsdóttir Hallsdóttir Eiðsdóttir Káradóttir Ægisdóttir Snæbjörnsdóttir',
    'Þorvaldsson Ásbjörnsson Hallsson Eiðsson Kárason Ægisson Snæbjörnsson',
  ),
  baltic: pool(
    'Rūta Žydrė Elīna Eglė Dzintra Aistė Līga',
    'Mindaugas Jānis Žygimantas Kārlis Šarūnas Mārtiņš Vytenis',
    'Šimkutė Ozoliņa Žukaitė Kalniņa Bružaitė Liepiņa Grigaitytė',
    'Šimkus Ozoliņš Žukas Kalniņš Bružas Liepiņš Grigaitis',
  ),
  western: pool(
    'Imogen Rosalind Niamh Harriet Gráinne Philippa Sorcha',
    'Alasdair Ruaidhrí Edmund Cormac Tobias Fionnlagh Rhodri',
    'Penhallow Ó-Dálaigh Thackeray-Lowe Ashdown-Kerr Wyndham-Hale Wetherby Pryce-Lloyd',
  ),
  gallic: pool(
    'Maëlle Hélène Anaïs Geneviève Solène Françoise Océane',
    'Loïc Étienne Gaël Benoît Théophile Jérôme Cédric',
    'Lefèbvre-Roy d’Aubremont Vauquelin Desforêts Montségur L’Hénaff Châtelard',
  ),
  central: pool(
    'Ottilie Jördis Käthe Friederike Mareike Roswitha Annegret',
    'Jürgen Sönke Matthäus Günter Diederik Wouter Klaas',
    'Größinger Vandenhove Weißkopf Köhlerbach Schröderheim Möllering Terbrüggen',
  ),
  polish: pool(
    'Małgorzata Bożena Świętosława Agnieszka Żaneta Jagoda Wiesława',
    'Łukasz Grzegorz Zdzisław Bogusław Wojciech Sławomir Mieczysław',
    'Wrzesińska Żółkiewicz Brzęczyk Kłosowska Śliwicka Górzańska Pąkowska',
    'Wrzesiński Żółkiewicz Brzęczyk Kłosowski Śliwicki Górzański Pąkowski',
  ),
  czech: pool(
    'Zdeňka Božena Květa Ľubica Drahomíra Jiřina Živa',
    'Jiří Řehoř Miloš Ľuboš Vojtěch Zdeněk Přemysl',
    'Kovářová Šťastníková Hřebíčková Žďárská Zvonařová Vlčková Ďurková',
    'Kovář Šťastník Hřebíček Žďárský Zvonař Vlček Ďurko',
  ),
  magyar: pool(
    'Ágota Zsófia Enikő Réka Györgyi Boglárka Csilla',
    'Gergő Zsolt Szilárd Ödön Lőrinc Csongor Ábel',
    'Szűcsvári Kőszegi Bíróvári Tűzkői Győrfalvi Ökrös Hegedűsi',
  ),
  danubian: pool(
    'Ștefania Mădălina Ilinca Rodica Anișoara Sânziana Ruxandra',
    'Ionuț Răzvan Ștefan Călin Mircea Bogdan Sorin',
    'Țurcanu Mureșanu Brânzei Șerbănescu Crăciuneanu Pârvulescu Lupașcu',
  ),
  adriatic: pool(
    'Đurđica Željka Snježana Ajša Špela Mojca Živana',
    'Željko Hrvoje Dražen Špiro Krešimir Matjaž Blaž',
    'Brkušić Črnigoj Đurašin Žnidarič Kršulj Šegota Vukčević',
  ),
  anatolian: pool(
    'Ayşegül Çiğdem İpek Gülşen Özlem Nurgül Şebnem',
    'Oğuz Çağatay İlhan Uğur Özgür Şükrü Doğan',
    'Yağmurlu Kılıçoğlu Şahinbaş Öztürkmen Güneşli Çavuşlar Işıkçı',
  ),
  iberian: pool(
    'Begoña Inês Núria Conceição Íñiga Leonor Assumpció',
    'Íñigo João Nuño Sebastião Jordi Gonçalo Aurélio',
    'Ibáñez-Roca Magalhães-Couto Peñaranda Castanheira Núñez-Vidal Figueirôa Urdangaña',
  ),
  italic: pool(
    'Ginevra Concetta Fiammetta Mariuccia Ottavia Speranza Ludovica',
    'Niccolò Ruggero Tancredi Gesualdo Ippolito Saverio Calogero',
    'Buonaventura Dell’Orsa Pellicanò Sant’Andrea Zammarchi Cefalù Brambillasca',
  ),
  hellenic: pool(
    'Ελένη|Eleni Δήμητρα|Dimitra Φωτεινή|Foteini Χρυσάνθη|Chrysanthi Αργυρώ|Argyro Θάλεια|Thaleia',
    'Θρασύβουλος|Thrasyvoulos Σπυρίδων|Spyridon Λεωνίδας|Leonidas Ξενοφών|Xenofon Άγγελος|Angelos Φώτιος|Fotios',
    'Καραβίδου|Karavidou Θαλασσινού|Thalassinou Πετρίδη|Petridi Μαυρογένη|Mavrogeni Γλαράκη|Glaraki',
    'Καραβίδης|Karavidis Θαλασσινός|Thalassinos Πετρίδης|Petridis Μαυρογένης|Mavrogenis Γλαράκης|Glarakis',
  ),
  cyrillic: pool(
    'Цветана|Tsvetana Десислава|Desislava Йоана|Yoana Жасмина|Zhasmina Бисерка|Biserka Ружица|Ruzhitsa',
    'Любомир|Lyubomir Огнян|Ognyan Ѓорѓи|Gjorgji Щерю|Shteryu Златко|Zlatko Ќиро|Kjiro',
    'Чернева|Cherneva Жекова|Zhekova Пейчева|Peycheva Юрукова|Yurukova Стоилкова|Stoilkova',
    'Чернев|Chernev Жеков|Zhekov Пейчев|Peychev Юруков|Yurukov Стоилков|Stoilkov',
  ),
  georgian: pool(
    'ნათია|Natia ქეთევან|Ketevan თეონა|Teona მზია|Mzia ლელა|Lela ნანული|Nanuli',
    'ვახტანგ|Vakhtang ზურაბ|Zurab ლევან|Levan გიგი|Gigi თორნიკე|Tornike ბადრი|Badri',
    'წიქარიძე|Tsikaridze ღვინიაშვილი|Ghviniashvili ჭავლეიშვილი|Chavleishvili ხვედელაძე|Khvedeladze ძიგრაშვილი|Dzigrashvili',
  ),
} as const satisfies Record<string, Pool>;

/** A naming tradition. */
export type Tradition = keyof typeof pools;

/** The tradition of each party; a nation of two peoples has two, taken in turn. */
export const traditions: Readonly<Record<string, readonly Tradition[]>> = {
  ARD: ['danubian'],
  AVL: ['gallic'],
  BRN: ['czech'],
  CAL: ['western'],
  CDR: ['gallic', 'central'],
  DOR: ['central', 'gallic'],
  ELM: ['central'],
  ESK: ['nordic'],
  FEN: ['finnic'],
  GAL: ['iberian'],
  HAL: ['nordic', 'finnic'],
  HVN: ['isles'],
  ISK: ['anatolian'],
  JUR: ['polish'],
  KAR: ['georgian'],
  KES: ['baltic'],
  LYS: ['iberian', 'gallic'],
  MAR: ['magyar'],
  MEL: ['gallic', 'western'],
  NOR: ['finnic', 'nordic'],
  ORL: ['gallic', 'central'],
  OST: ['cyrillic'],
  PEL: ['hellenic'],
  QUA: ['gallic'],
  RAV: ['italic'],
  RYN: ['central'],
  SOL: ['italic', 'gallic'],
  TAR: ['adriatic'],
  ULV: ['nordic'],
  VES: ['western'],
  WEN: ['adriatic', 'czech'],
  ZAR: ['cyrillic', 'adriatic'],
  HQA: ['polish', 'gallic', 'nordic', 'iberian', 'western', 'magyar', 'italic', 'baltic'],
  NCT: ['finnic', 'nordic'],
  LUN: ['gallic', 'iberian'],
  HSY: ['western', 'iberian'],
};

const pick = (list: readonly string[], index: number): string => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('A name pool is empty.');
  return found.replaceAll('Ó-', 'Ó ');
};

const split = (entry: string): { own: string; latin: string } => {
  const [own = entry, latin = entry] = entry.split('|');
  return { own, latin };
};

/** Women and men alternate. */
export const isWoman = (index: number, turn: number): boolean => (index + turn) % 2 === 0;

/** The `index`th name of a tradition. `turn` moves a nation's names away from its neighbours'.  */
export function nameOf(tradition: Tradition, index: number, turn: number): NameSeed {
  const names = pools[tradition];
  const woman = isWoman(index, turn);
  const step = Math.floor(index / 2) + turn;
  const given = split(pick(woman ? names.women : names.men, step));
  const family = split(pick(woman ? names.familyOfWomen : names.familyOfMen, index * 3 + turn * 2));
  if (given.own === given.latin) return { given: given.own, family: family.own };
  return { given: given.own, family: family.own, latin: { given: given.latin, family: family.latin } };
}

const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
};

/** A name as it stands in a mail address: lower case, only `a-z` and hyphens. */
export function asciiName(name: string): string {
  const plain = name.toLowerCase().replace(/[łøđðþæßı]/g, (letter) => letters[letter] ?? '');
  return plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
