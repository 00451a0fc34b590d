/**
 * What people everywhere choose first, gathered from habit: words, names, clubs, keys in a row. Compared without
 * capitals, accents and the figures around them (`password-strength.ts`), so that one line stands for thousands.
 */
const list = `
000000 00000000 010203 101010 102030 111111 11111111 112233 121212 123123 123321 1234 12341234 12345 123456
1234567 12345678 123456789 1234567890 12345679 123654 131313 147258 147258369 159357 159753 1q2w3e 1q2w3e4r
1q2w3e4r5t 1qaz2wsx 202020 222222 232323 252525 314159 333333 444444 456789 555555 654321 666666 696969
741852963 777777 789456 789456123 888888 88888888 963852741 987654 987654321 999999 a123456 a1b2c3 a1b2c3d4
aa123456 aaaaaa abc abc123 abcd abcd1234 abcdef abcdefg abcdefgh abracadabra access adgangskode admin admin1
admin123 adminadmin administrateur administrator administrator1 admiral airforce alejandro alessandro
alexander alexandra alexandre alliance amanda america amore amour amsterdam andrea andreas andrew android
angel angel1 angels anna anthony antivirus antoine apollo apollo13 apple april army arsenal asd123 asdasd
asdf asdfgh asdfghjkl ashley asshole athens audi august austin australia autumn autumn2025 autumn2026
avengers azerty azertyuiop babe baby babyboy babygirl bacon badboy badgirl bailey banana barcelona barney
baseball basketball bastard batman bayern beach bear beatles beer believe benvenuto berlin bernard bible
bienvenido bienvenue bigboss bigdaddy biggie bitch blahblah blessed blessing bmw bobmarley bonjour boss
boston boxing brandon brother brussels bubbles budapest budlight bulldog buster butterfly california
callofduty camaro camille canada candy cannabis captain carlos cash celtic champion changeit changeme
changethis charles charlie cheese chelsea cherie cherry chicago chicken chief chocolat chocolate chouchou
christ christian christopher church ciao cisco claude cobra coffee college colonel commander computer
computers contrasena cookie copenhagen corona correcthorsebatterystaple corvette cosmos coucou counterstrike
cowboy cowboys cricket crystal cyber cybersecurity daddy daisy dallas dance dancer dancing daniel danke
darkness darling database david december decembre default defence defense delegate delegation dell demo
demon diamond dimanche discovery disney doctor dollar dolphin dolphins donald doudou dragon dublin ducati
duke eagle eagles earth edward elizabeth elvis embassy eminem engineer england europe excel explorer
facebook faith falcon family father february fernando ferrari fire fireman firewall florida flower flowers
football football1 forest forever fortnite france francesca francois freedom friday friend friends frodo
fuckoff fuckyou futbol galaxy gamer gaming gandalf gangster garfield general genius george germany geslo
ghost ginger giovanni gmail god goku gold golden golf golfer goodbye goodgirl google gryffindor guest guitar
guitar1 hacker hallo halo hannah hans happy harley harrypotter haslo hawk headquarters heaven heineken hello
hello1 hello123 hellokitty helloworld helsinki hero heslo hiphop hobbit hockey hola hollywood honda honey
hope horse hotmail hottie huawei hulk hunter hustler iamthebest ice idontcare idontknow ilovegod ilovemyself
iloveu iloveyou iloveyou1 iloveyouforever instagram internet iphone ireland ironman isabelle island italy
ivan jacques jaguar january janvier jasmine jelszo jenesaispas jennifer jessica jesus jesus1 jesuschrist
jetaime jetaimepourtoujours jewel joker jonathan jordan joseph joshua juillet julia julien july june jupiter
justice justin justinbieber juventus kawasaki keyboard killer king kisses kissme kitten kitty klaus knight
kodeord ladybug lakers laptop laura lawyer legend legolas lemon lenovo letmein letmein1 letmeout liberty
lightning lily linux lion lisbon liverpool login logon loki london losenord loulou love lovely loveme lover
loveyou lozinka lucky lucky1 lundi madonna madrid maggie major maman mamma manager manchester march marco
mardi maria marie marine mario marlboro marseille martin master masterkey matrix matthew maverick max maxime
maytheforcebewithyou melissa mercedes merci mercury merlin metallica michael michael1 michelle mickey
microsoft miguel military million minecraft ministry minnie mommy monday money monitor monkey monkey1
monmotdepasse moon morpheus motdepasse motdepasse123 mother motorola mountain muffin music musique mustang
mypassword naruto natasha nathalie nation nations navy nebula neo neptune network nevermind newpassword
newyork nicolas nicole ninja nintendo nirvana nobody nokia noneofyourbusiness nothing november nurse ocean
october octobre office olga oliver olivier onedirection opensesame operator oracle orange orchid oslo
outlook packers panther papa paradise paris parola parole party pass passe passer passord passpass passw0rd
passwd password password1 password12 password123 password1234 password123456 passwordpassword passwort
patrick patriots peace peanut pepper peter phantom phoenix piano pickle pierre pikachu pirate platinum
playboy player playstation please pluto pokemon poland police pony porsche portugal prague president prince
princess princess1 princesse private pumpkin puppy pussy q1w2e3 q1w2e3r4 qazwsx qazwsxedc queen
quickbrownfox qwe123 qweasd qweasdzxc qweqwe qwer1234 qwerty qwerty1 qwerty12 qwerty123 qwertyuiop
qwertyuiopasdfgh qwertz qwertzuiop rabbit rachel racing raiders rainbow ranger rangers raspberry realmadrid
rebecca rebel redsox reggae rich rihanna river robert robert1 rocket rocknroll rockstar rocky rome root
rootroot rose rugby salasana salut samantha samsung samurai sarah saturday saturn school science scooby
scorpion scotland sebastian sebastien secret secret1 secrets secure security senha september septembre
sergeant sergey server service sexy sexy1 shadow shakira shark shield shuttle sifre signin silver singer
sister skate slipknot smile smiley snake sniper snoopy snow snowball snowboard soccer soldier something
sonic sony sophie spain spartan spider spiderman spirit spring spring2025 spring2026 star starcraft
starlight stars startrek starwars steelers stefan stephanie steven stockholm storm student sugar summer
summer2025 summer2026 sun sunday sunshine sunshine1 superman superuser supervisor support surfing svetlana
sweetheart sweetie swimming sysadmin system tatiana taylor teacher teamo tekken tennis tequiero test test123
test1234 tester testing testtest texas thanks thankyou thequickbrownfox thierry thomas thor thunder thursday
tiger tigers tigger titan tobeornottobe toor topsecret toshiba toyota treasure trinity trust trustno1
tuesday tupac turtle tweety twitter tyler ubnt ubuntu unicorn universe university user username vagrant
valentina vampire vegas vendredi venus victoria victory vienna viking vincent violet vodka volleyball
wachtwoord warcraft warrior warriors warsaw water wednesday weed welcome welcome1 welcome123 whatever
whiskey william willkommen windows windows10 winner winter winter2025 winter2026 wireless wolf wolverine
wrestling xbox xxxxxx yahoo yamaha yankees youtube zaq12wsx zaq1zaq1 zelda zeus zombie zxcvbn zxcvbnm zzzzzz
`;

/** The common passwords, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(list.split(/\s+/).filter(Boolean));
