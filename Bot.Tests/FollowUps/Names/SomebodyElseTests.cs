using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class Two_customers
{
    public static TheoryData<string, string> Pairs => new()
    {
        // Told apart by a second word.
        { "Anna, bakery", "Anna, school" }, { "Anna K.", "Anna B." }, { "Anna Klein", "Anna Schmidt" }, { "Anna from the bakery", "Anna at the school" }, { "A. Klein", "B. Klein" },
        { "Anna Klein", "Bernd Klein" }, { "the baker from Hill Street", "the baker on Main Road" }, { "the baker from Hill Street", "the butcher from Hill Road" }, { "Hans Müller", "Peter Müller" },
        { "Maria Rossi", "Maria Bianchi" }, { "José García", "José Fernández" }, { "Tom, garage", "Tom, pharmacy" }, { "Anna's husband", "Anna's sister" }, { "Young Smith", "Old Smith" },
        { "Bob Miller", "Robert Taylor" }, { "Дмитрий Иванов", "Дмитрий Соколов" }, { "Smith and Sons", "Miller and Daughters" }, { "Klaus aus Berlin", "Klaus aus München" }, { "Ali, kebab", "Ali, taxi" },
        { "Anna, bakery", "Bakery Schmidt" }, { "Jean Martin", "Jean Dubois" }, { "Maria from Rome", "Maria from Lisbon" }, { "Anna 1", "Anna 2" }, { "Dr. Anna Weber", "Frau Anna Koch" },

        // Other names.
        { "Anna", "Bernd" }, { "Anna", "Peter" }, { "Anna", "Maria" }, { "Tom", "Jerry" }, { "Mr. Müller", "Mr. Schneider" }, { "Frau Klein", "Frau Groß" }, { "Dr. Lee", "Dr. Park" },
        { "Bob", "William" }, { "Liz", "Margaret" }, { "Pepe", "Carlos" }, { "Sepp", "Wolfgang" }, { "Manu", "Sandra" }, { "Emma", "Olivia" }, { "Noah", "Liam" }, { "Lukas", "Felix" },
        { "Sophie", "Camille" }, { "Hugo", "Lucas" }, { "Giulia", "Francesca" }, { "Carmen", "Pilar" }, { "Ingrid", "Astrid Holm" }, { "Lars", "Sven" }, { "Kowalski", "Nowak" },
        { "the baker", "the butcher" }, { "der Bäcker", "der Metzger" }, { "le boulanger", "le coiffeur" }, { "el panadero", "el carnicero" }, { "il fornaio", "il macellaio" },
        { "Иван", "Сергей" }, { "Анна", "Maria" }, { "Νίκος", "Γιάννης" }, { "王伟", "李娜" }, { "王伟", "王芳" }, { "田中", "鈴木" }, { "김민수", "박지영" }, { "محمد", "يوسف" }, { "राम", "सीता" },
        { "Klein", "Schmidt" }, { "Acme", "Globex" }, { "Hill Street 4", "Main Road 9" }, { "Yilmaz", "Demir" }, { "Nguyen", "Pham" }, { "O'Brien", "O'Connor" }, { "McDonald", "Gallagher" },

        // Short words and figures.
        { "Jo", "Al" }, { "Bo", "Jo" }, { "Al", "Ed" }, { "A.", "B." }, { "A.K.", "B.M." }, { "AK", "Bernd Klein" }, { "customer 12", "customer 13" }, { "room 101", "room 102" }, { "4711", "4712" },
        { "🍞", "🐟" }, { "Ann", "Ian" }, { "Lea", "Tim" }, { "Max", "Ute" }, { "Kim", "Lee" }, { "Eva", "Uwe" }, { "मीना", "राधा" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Are_told_apart(string one, string two) => TheNames.AssertAre(NameMatch.Other, one, two);
}
