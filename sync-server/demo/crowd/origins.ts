// Names by where people come from, for the big invented county. The combinations are made by chance and belong to nobody.

/** How a name is put together: given and family, a chain of given names, family first, two family names, or one name. */
export type NameStyle = 'family' | 'chain' | 'family-first' | 'two-families' | 'single';

type Names = readonly [string, ...string[]];

/** A group of people with a language, a country and its names. `weight`: how many of a hundred come from there. */
export type Origin = {
  readonly country: string;
  readonly app: string;
  readonly first: Names;
  readonly script: string;
  readonly style: NameStyle;
  readonly weight: number;
  readonly women: Names;
  readonly men: Names;
  readonly families: Names;
};

const names = (first: string, rest: string): Names => [first, ...rest.split(' ').filter(Boolean)];

/** All groups. In a chain the men's names are the fathers' and grandfathers' names too. */
export const origins: readonly [Origin, ...Origin[]] = [
  {
    ...{ country: 'SY', app: 'ar', first: ['ar'], script: 'Arab', style: 'family', weight: 22 },
    women: names('Rima', 'Hala Nour Lama Samar Yara Dima Rasha Abeer Lubna Maya Ghada Sawsan Hiba'),
    men: names('Khaled', 'Omar Yaser Bassel Anas Firas Majd Wael Ziad Samer Ammar Rami Nizar Hadi'),
    families: names(
      'Haddad',
      'Darwish Kassab Sabbagh Najjar Shami Halabi Qudsi Masri Barakat Tayara Zein Khoury',
    ),
  },
  {
    ...{ country: 'SY', app: 'kmr', first: ['kmr'], script: 'Latn', style: 'family', weight: 5 },
    women: names('Berfîn', 'Rojîn Zîlan Gulê Ronahî Nesrîn Şîlan Dilovan Evîn Xezal'),
    men: names('Azad', 'Şêrko Baran Rûbar Diyar Kawa Serhat Rojhat Zinar Lezgîn'),
    families: names('Osê', 'Şêxo Hemo Bozan Emîn Silo Kalo Reşo Mistefa Xelef'),
  },
  {
    ...{ country: 'AF', app: 'prs', first: ['prs'], script: 'Arab', style: 'family', weight: 11 },
    women: names('Shabnam', 'Parwana Zohra Marwa Nilofar Freshta Laila Mursal Sahar Roya'),
    men: names('Najib', 'Farhad Edris Mirwais Jawed Zabi Homayun Sami Elyas Qasim'),
    families: names('Haidari', 'Rahimi Sultani Amiri Noori Azimi Sadat Yaqubi Rasuli Karimi'),
  },
  {
    ...{ country: 'AF', app: 'ps', first: ['ps'], script: 'Arab', style: 'single', weight: 6 },
    women: names('Spogmai', 'Palwasha Gulalai Wranga Shpoon Malalai Torpekai Zarmina Breshna Kashmala'),
    men: names('Gulbaz', 'Toryalai Zmarai Wazir Baryalai Nangyal Spin Khushal Mirbaz Ajmal'),
    families: names('Zadran', 'Stanikzai Momand Shinwari Safi Wardak'),
  },
  {
    ...{ country: 'IR', app: 'fa', first: ['fa'], script: 'Arab', style: 'family', weight: 7 },
    women: names('Nasrin', 'Elham Mahsa Shirin Parisa Taraneh Golnaz Azadeh Niloufar Mina'),
    men: names('Kaveh', 'Arash Babak Dariush Siamak Peyman Navid Kamran Omid Sina'),
    families: names('Moradi', 'Jafari Tehrani Sharifi Bahrami Kazemi Farahani Shirazi Golzar Navabi'),
  },
  {
    ...{ country: 'IQ', app: 'ckb', first: ['ckb'], script: 'Arab', style: 'chain', weight: 6 },
    women: names('Shilan', 'Avin Chnar Hana Naza Tara Shadi Sozan Lanja Bayan'),
    men: names('Dana', 'Hemin Karwan Rebin Sarkawt Soran Zana Bryar Hiwa Aram'),
    families: names('Rashid', 'Salih Qadir Hama Faraj Othman'),
  },
  {
    ...{ country: 'TR', app: 'tr', first: ['tr', 'kmr'], script: 'Latn', style: 'family', weight: 8 },
    women: names('Elif', 'Zeynep Derya Gülşen Sevda Nurcan Özlem Melike Hatice Aysun'),
    men: names('Mehmet', 'Serkan Barış Umut Deniz Kerem Volkan Tolga Emre Yusuf'),
    families: names('Kaya', 'Yalçın Demirtaş Karaca Öztürk Şimşek Aksoy Tunç Bulut Polat'),
  },
  {
    ...{ country: 'ER', app: 'ti', first: ['ti'], script: 'Ethi', style: 'chain', weight: 6 },
    women: names('Selam', 'Feven Rahel Winta Luwam Helen Saba Bisrat Almaz Yordanos'),
    men: names('Yonas', 'Filmon Samuel Amanuel Tekle Kidane Berhane Habtom Mehari Ghebre'),
    families: names('Habte', 'Ghide Weldu Tekeste Asmerom Zerai'),
  },
  {
    ...{ country: 'SO', app: 'so', first: ['so'], script: 'Latn', style: 'chain', weight: 5 },
    women: names('Hodan', 'Ifrah Sagal Ubah Hibo Deqa Nasteexo Ayaan Sahra Fartun'),
    men: names('Guled', 'Liban Mahad Cabdi Farah Bashir Jama Warsan Abshir Geedi'),
    families: names('Hersi', 'Elmi Dirie Roble Samatar Barre'),
  },
  {
    ...{ country: 'UA', app: 'uk', first: ['uk', 'ru'], script: 'Cyrl', style: 'family', weight: 11 },
    women: names('Olena', 'Iryna Kateryna Nataliia Svitlana Tetiana Yuliia Hanna Liudmyla Oksana'),
    men: names('Andrii', 'Bohdan Dmytro Serhii Taras Vasyl Ihor Maksym Roman Yurii'),
    families: names('Kovalenko', 'Tkachuk Lysenko Savchuk Hrytsenko Melnyk Romaniuk Bilyk Panchenko Zaiets'),
  },
  {
    ...{ country: 'GN', app: 'fr', first: ['sus', 'fr'], script: 'Latn', style: 'family', weight: 4 },
    women: names('Aïssatou', 'Fatoumata Kadiatou Hawa Oumou Djénabou Ramata Bintou'),
    men: names('Ibrahima', 'Mamadou Alseny Sékou Amadou Lansana Ousmane Thierno'),
    families: names('Diallo', 'Barry Sylla Bangoura Condé Touré Soumah Keïta'),
  },
  {
    ...{ country: 'GE', app: 'ka', first: ['ka', 'ru'], script: 'Geor', style: 'family', weight: 3 },
    women: names('Nino', 'Tamar Ketevan Eka Maka Lela Nana Khatuna'),
    men: names('Levan', 'Zurab Irakli Davit Vakhtang Temur Lasha Beka'),
    families: names('Kapanadze', 'Gelashvili Lomidze Maisuradze Tsiklauri Japaridze Kvaratskhelia'),
  },
  {
    ...{ country: 'AL', app: 'sq', first: ['sq'], script: 'Latn', style: 'family', weight: 2 },
    women: names('Arjeta', 'Blerta Drita Elira Mimoza Vjollca Shpresa'),
    men: names('Agron', 'Besnik Ilir Kreshnik Luan Petrit Valon'),
    families: names('Krasniqi', 'Dervishi Leka Prifti Shehu Zogaj Marku'),
  },
  {
    ...{ country: 'VN', app: 'vi', first: ['vi'], script: 'Latn', style: 'family-first', weight: 2 },
    women: names('Linh', 'Huong Mai Thuy Ngoc Lan Phuong'),
    men: names('Minh', 'Tuan Duc Quang Hung Long Thanh'),
    families: names('Tran', 'Le Pham Hoang Vu Dang Bui'),
  },
  {
    ...{ country: 'CO', app: 'es', first: ['es'], script: 'Latn', style: 'two-families', weight: 2 },
    women: names('Daniela', 'Paola Marcela Luz Viviana Adriana Yesenia'),
    men: names('Andrés', 'Camilo Hernán Julián Mauricio Óscar Wilmer'),
    families: names('Giraldo', 'Ospina Cardona Mejía Zapata Arango Henao'),
  },
];
