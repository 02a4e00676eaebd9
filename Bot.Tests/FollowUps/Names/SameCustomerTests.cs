using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class A_customer_written_differently
{
    public static TheoryData<string, string> Pairs => new()
    {
        // Case, spacing, punctuation.
        { "Anna", "anna" }, { "Anna", "ANNA" }, { "Anna", "  anna  " }, { "ANNA  K.", "Anna K" }, { "Anna\tK.", "anna k" },
        { "Anna, bakery", "Anna (bakery)" }, { "Anna - bakery", "anna/bakery" }, { "Anna; Bakery!", "anna bakery" }, { "\"Anna\"", "Anna" },
        { "Anne-Marie", "Anne Marie" }, { "Anna…", "Anna" }, { "J.R. Ewing", "J R Ewing" }, { "Anna\u00A0K.", "Anna K." }, { "Anna\nK.", "Anna K" },

        // Marks and letters.
        { "José", "Jose" }, { "José", "Jose\u0301" }, { "Müller", "Muller" }, { "Zoë", "Zoe" }, { "Françoise", "Francoise" },
        { "Groß", "Gross" }, { "GROẞ", "groß" }, { "Weiß", "WEISS" }, { "Søren", "Soren" }, { "Łukasz", "Lukasz" }, { "Đorđe", "Dorde" },
        { "Kjær", "Kjaer" }, { "Ægir", "Aegir" }, { "Þór", "Thor" }, { "İbrahim", "Ibrahim" }, { "Işıl", "Isil" }, { "IŞIL", "ışıl" },
        { "Nguyễn", "Nguyen" }, { "Dvořák", "Dvorak" }, { "Åsa", "Asa" }, { "Núñez", "NUNEZ" }, { "ﬁona", "Fiona" }, { "Ａｎｎａ", "Anna" },
        { "Ⅷ. Henry", "viii henry" }, { "Артём", "артем" }, { "Γιώργος", "ΓΙΩΡΓΟΣ" }, { "Σοφία", "σοφια" }, { "مُحَمَّد", "محمد" }, { "אָדָם", "אדם" },

        // What is not seen, look-alikes, emoji.
        { "An\u200Bna", "Anna" }, { "An\u00ADna", "Anna" }, { "\u202EAnna", "Anna" }, { "\uFEFFAnna", "Anna" }, { "An\u0007na", "Anna" },
        { "\u0410nna", "Anna" }, { "Ann\u0430", "Anna" }, { "\u0391nna", "Anna" }, { "\u0405am", "Sam" }, { "Анн\u0061", "Анна" }, { "Νίκ\u006Fς", "Νίκος" },
        { "Anna 🌸", "Anna" }, { "🥖 the baker 🥖", "baker" }, { "Tom 👨‍🌾🏽", "Tom" }, { "🍞 🥖", "🍞🥖" }, { "🍞\uFE0F", "🍞" },

        // Titles.
        { "Mr. Müller", "Muller" }, { "Mr Smith", "Mister Smith" }, { "Dr. Lee", "Lee" }, { "Prof. Dr. Weber", "Herr Weber" }, { "Frau Dr. Klein", "Klein" },
        { "Fr. Klein", "Frau Klein" }, { "Hr. Klein", "Herr Klein" }, { "M. Dupont", "Monsieur Dupont" }, { "Mme Dupont", "Madame DUPONT" }, { "Mlle Dupont", "Dupont" },
        { "Sr. García", "Señor Garcia" }, { "Sra. García", "señora García" }, { "Don Pedro", "Pedro" }, { "Doña Inés", "Ines" }, { "Sig.ra Rossi", "Signora Rossi" },
        { "Dott.ssa Bianchi", "Bianchi" }, { "Müller, Herr", "Herr Müller" }, { "Anna Smith, PhD", "Anna Smith" }, { "Ayşe Hanım", "Ayse" }, { "Tanaka-san", "Tanaka" },
        { "田中さん", "田中" }, { "王先生", "王" }, { "г-н Иванов", "Иванов" }, { "Dhr. de Vries", "Meneer de Vries" }, { "Pan Kowalski", "Kowalski" }, { "김민수님", "김민수" },
        { "the Don", "Don" }, { "Senhora Costa", "Costa" }, { "Dipl.-Ing. Bauer", "Bauer" },

        // Articles and whose it is.
        { "the baker from Hill Street", "Baker from the Hill Street" }, { "der Bäcker", "Bäcker" }, { "die Anna", "Anna" }, { "l'architecte", "Architecte" }, { "L’Oréal", "Oréal" },
        { "el panadero", "Panadero" }, { "il fornaio", "fornaio" }, { "la boulangère", "Boulangere" }, { "Anna's", "Anna" }, { "Anna´s bakery", "Anna bakery" },
        { "my neighbour Tom", "neighbour Tom" }, { "unsere Anna", "Anna" }, { "O'Brien", "O’Brien" }, { "O'Brien", "OBrien" }, { "James'", "James" }, { "Smith & Sons", "Smith and Sons" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Is_the_same(string one, string two)
    {
        Assert.Equal(TheNames.Read.KeyOf(one), TheNames.Read.KeyOf(two));
        TheNames.AssertAre(NameMatch.Same, one, two);
    }
}
